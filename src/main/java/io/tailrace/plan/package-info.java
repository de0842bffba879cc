/// What will be computed: the scenario with its names turned into indices, its distributions into curves, its
/// correlation into a Cholesky factor. After it nothing can be invalid.
///
/// Entry point: [PlanCompiler#compile] makes a [Plan]. Why this room: it is the waist of the program, with strings,
/// options and errors above it, arrays and arithmetic below. [Parameter], [Quantity], [Metric] and [Factor] name
/// everything that has a name, in one order that all flat arrays share; [Unit] says how fine a result is kept.
///
/// A distribution becomes a [Law] (what is needed to draw from it exactly) and then a [Curve] of one standard normal,
/// so that a draw costs a table look-up and has the same bits everywhere.
package io.tailrace.plan;
