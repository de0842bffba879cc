/// Who runs which block of paths: the whole program in one method, [Simulation#run].
///
/// Compile the plan, cover the paths with blocks of 1,024, let threads take blocks, record each in the summary.
/// [Recording] decides which columns a run keeps; [KernelChoice] says who fills them, the scalar [ModelKernel] or the lanes
/// of the room `kernel`, to the same bits; [RunResult] holds the finished run with its statistics, [OpeningState] is
/// the model's quarter t = 0 without chance.
///
/// [Course] deals the blocks out and looks at the headline numbers on the way: what it saw is the run's [Convergence],
/// and [Precision] may end the run when its targets hold.
///
/// A run that takes long keeps its state between blocks ([Checkpoints], [CheckpointFile]), and another process goes on
/// from there to the same bits.
///
/// Other machines may compute the blocks: a [Site] names the [Cluster] for a scenario, which is given [Stretch]es and
/// gives back [StretchResult]s; [AwayWork] adds them up in the order of their blocks.
///
/// A quasi-random run is made of [Replicates], each a run of its own, whose spread tells the errors.
///
/// Why blocks: their size is a constant of the results, not of the machine, so that neither the number of threads nor
/// who was first moves a bit; and path N of a run is path N of every longer run with the same seed.
package io.tailrace.engine;
