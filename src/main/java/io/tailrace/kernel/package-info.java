/// The fast room: blocks of paths in lanes of the vector unit, with the bits of the scalar model.
///
/// Entry point: [LaneKernel]. It is the model's text again, class by class ([Demand], [Channel], [Capacity], [Lease],
/// [TokenService], [ProviderBook], [Valuation]), with a path in each lane; [LaneMath], [LaneRandom] and [LaneCurve]
/// are the lane twins of the room `random` and of curves. Nothing crosses lanes, and only + − × ÷ √ fma, comparisons,
/// blends, integer operations and conversions are used, so lanes of 128, 256 or 512 bits give the same bits.
///
/// Shape: a block is worked off in tiles of paths, usually 128, a quarter of a tile in stages, each a loop over the
/// lanes that is compiled by itself (see [Stage] for why). The plan decides which stages there are, so that what a
/// scenario does not use costs nothing. Sums over projects, factors and brackets go through memory, one pass for each,
/// because a vector kept across an inner loop would go to the heap.
package io.tailrace.kernel;
