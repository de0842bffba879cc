/// Where chance comes from. A draw is a pure function of (seed, path, stream, quarter); nothing here has a position.
///
/// Read [io.tailrace.random.Streams] first (which draw has which address), then [io.tailrace.random.Philox] (address to
/// words), [io.tailrace.random.Uniform] and [io.tailrace.random.NormalQuantile] (word to number), and
/// [io.tailrace.random.Elementary]. Everything is written with + − × ÷ fma, comparisons and integer operations only,
/// without loops or branches that depend on data, because the kernel repeats it statement for statement in lanes.
package io.tailrace.random;
