/// Blocks on an Apache Spark cluster: the local commands, with another answer to who computes.
///
/// Entry points: [TailraceSpark], which `spark-submit` starts, and [SparkCluster], where blocks go out and results come
/// back. Nothing in the program knows this room: it is behind [io.tailrace.engine.Site] and [io.tailrace.engine.Cluster].
///
/// A run goes out in waves of a task for each core ([WaveSize], [Wave]), two waves at a time. A task ([StretchTask])
/// compiles the scenario unless its executor has ([CompiledPlans]), checks the plan's hash, and computes consecutive
/// blocks on one thread; its [Answer] is a summary in the bytes of a checkpoint. The driver adds them in the order of
/// their blocks, keeps checkpoints between them and decides when the run ends, as the local program does. Lost work is
/// sent out again by Spark, and a draw is a function of its path, so nothing that is killed moves a bit.
///
/// Where there may be an older Java, [TailraceSpark] and [ExecutorJava] say so: they are compiled for Java 17.
/// [Delivery] brings results to a file system of Hadoop's.
///
/// What limits it: with W cores, t seconds for a task of blocks and d for the driver to add a result, one wave keeps the
/// driver busy for W d if every result came to it, which must stay below t. So of more than sixteen results of a wave
/// neighbours are added up on executors first, sixteen by sixteen, and the driver adds sixteen a wave at most; what is left
/// to it that grows with W is Spark's own scheduling of a task, c, and W c < t is the bound. Longer tasks
/// (`spark.tailrace.blocksPerTask`) move it. d, c and t, and what a second executor brings, are printed by `Measurements`
/// beside the tests, with `constants` or `scaling 2e6`.
package io.tailrace.spark;
