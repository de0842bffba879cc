/// Where chance comes from. A draw is a pure function of (sampling, path, stream, quarter); nothing here has a position.
///
/// Read [Streams] first (which draw has which address), then [Sampling] (how a run draws), [Philox] (address to words),
/// [Uniform] and [NormalQuantile] (word to number), and [Elementary]. Everything is written with + − × ÷ fma, comparisons and integer
/// operations only, without loops or branches that depend on data, because the kernel repeats it statement for
/// statement in lanes.
package io.tailrace.random;
