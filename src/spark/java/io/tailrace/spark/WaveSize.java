package io.tailrace.spark;

import org.apache.spark.SparkConf;

/// How many blocks a task computes.
///
/// Half of a slot's share of what is left, so that the last tasks are small and end together; not so few that sending
/// them costs more than they take, nor so many that a lost executor or a stop costs much.
///
/// @param most blocks of a task
record WaveSize(long most) {
    private static final String KEY = "spark.tailrace.blocksPerTask";
    /// A quarter of a minute, more or less, of one core.
    private static final long USUAL = 2048;
    private static final long FEWEST = 16;

    static WaveSize of(SparkConf conf) {
        long most = conf.getLong(KEY, USUAL);
        if (most < 1) {
            throw new IllegalArgumentException(KEY + " " + most + " must be positive");
        }
        return new WaveSize(most);
    }

    long blocksPerTask(long left, int slots) {
        return Math.min(most, Math.max(FEWEST, Math.ceilDiv(left, 2L * slots)));
    }
}
