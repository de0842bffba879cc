/// What decision follows from a run.
///
/// Entry points: [ContractComparison#of] (TaaS against IaaS on the same paths: means, tails, probability and size of
/// regret, the worst decile of demand, lock-in, the mix frontier), [BackTest#of] (observed figures against the model)
/// and [EnoughPaths#of] (whether the run has enough paths).
///
/// Why apart from `report`: here numbers are computed and nothing is formatted, there the reverse. Everything is read
/// from a [io.tailrace.engine.RunResult], so an analysis never runs a path of its own accord.
package io.tailrace.analysis;
