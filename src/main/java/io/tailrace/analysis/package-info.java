/// What decision follows from a scenario.
///
/// Entry points: [Study], the scenario with its plan and the paths on which changes of it are run; [AnalysisKind], every
/// analysis by name, each of which makes an [Analysis], a record with what was found, from a study; [Influence], statistics
/// of the same paths with the intervals of their differences and ratios. [ContractComparison], [BackTest] and [EnoughPaths]
/// are read from the [io.tailrace.engine.RunResult] of any run as well.
///
/// To add one: a record that is an [Analysis], a constant in [AnalysisKind], a table in the room `report`; the JSON, the
/// command line and the scenario's list follow from these.
///
/// Why apart from `report`: here numbers are computed and nothing is formatted, there the reverse. The room `random` is
/// known because an analysis may say how draws are made ([io.tailrace.random.Sampling]), never to draw itself.
package io.tailrace.analysis;
