package io.tailrace.kernel;

/// One kind of work on every path of a tile in quarter t: a loop over the lanes.
///
/// Why: each stage is compiled by itself, because so many kinds meet at the one call that none is inlined there. Inside
/// a stage everything is inlined, so that vectors live in registers; one big loop would pass the compiler's limits and
/// put them on the heap, at ten times the cost. The plan decides which stages there are.
@FunctionalInterface
interface Stage {
    void run(int t);
}
