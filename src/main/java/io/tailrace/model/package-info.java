/// The margin model in plain scalar Java: one path, quarter by quarter, every named quantity.
///
/// Entry point: [PathModel#run]. What comes in: the [Draws] of a path, which [RandomDraws] computes from seed and path
/// number, and which a test may set by hand. What comes out: a [Path]. The order of reading is the order of computing:
/// [Demand] (regimes, jumps, price, tokens), [Channel] (the cloud's share, its own chip), [Capacity] (megawatts, delays,
/// tokens per MW), [TokenService] and [Lease] (the two contracts on the same MW), [ProviderBook], [Valuation].
///
/// Why it is written for reading and not for speed: it is the reference that any faster kernel is held to, bit by bit.
/// Only + − × ÷, comparisons and the functions of the room `random` are used, so a path has the same bits everywhere.
package io.tailrace.model;
