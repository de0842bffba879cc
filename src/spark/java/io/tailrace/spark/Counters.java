package io.tailrace.spark;

import io.tailrace.summary.BlockSummary;
import java.io.Serializable;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.util.LongAccumulator;

/// How far the tasks of a run are; Spark's web interface shows it stage by stage.
///
/// What is counted is for eyes only: tasks that Spark runs twice may count twice.
final class Counters implements Serializable {
    private static final long serialVersionUID = 1;

    private final LongAccumulator paths;
    private final LongAccumulator blocks;
    private final LongAccumulator processorMillis;
    private long blocksBack;

    private Counters(LongAccumulator paths, LongAccumulator blocks, LongAccumulator processorMillis) {
        this.paths = paths;
        this.blocks = blocks;
        this.processorMillis = processorMillis;
    }

    /// Makes them, with one sum of processor time for all.
    static final class Factory {
        private final JavaSparkContext spark;
        private final LongAccumulator processorMillis;

        Factory(JavaSparkContext spark) {
            this.spark = spark;
            processorMillis = spark.sc().longAccumulator("milliseconds of processor time");
        }

        Counters forRun(String name) {
            return new Counters(
                    spark.sc().longAccumulator("paths of " + name), spark.sc().longAccumulator("blocks of " + name),
                    processorMillis);
        }

        /// Of all tasks that have ended.
        double processorSeconds() {
            return processorMillis.value() / 1000.0;
        }
    }

    /// On an executor: a block of so many paths is done.
    void addBlock(int itsPaths) {
        paths.add(itsPaths);
        blocks.add(1);
    }

    /// On an executor.
    void addProcessorMillis(long millis) {
        processorMillis.add(millis);
    }

    /// On the driver: so many blocks are in the summary.
    void back(long more) {
        blocksBack += more;
    }

    /// On the driver: paths of tasks that have ended and are not in the summary.
    long pathsOut() {
        return Math.max(0, paths.value() - blocksBack * BlockSummary.PATHS);
    }
}
