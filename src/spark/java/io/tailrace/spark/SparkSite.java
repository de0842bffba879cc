package io.tailrace.spark;

import io.tailrace.engine.Cluster;
import io.tailrace.engine.Site;
import io.tailrace.scenario.LoadedScenario;
import java.util.Optional;
import org.apache.spark.api.java.JavaSparkContext;

/// Runs on a Spark cluster.
final class SparkSite implements Site {
    private static final String RUNS_AT_ONCE = "spark.tailrace.runsAtOnce";
    /// While one run waits for its last tasks, the others have work for the cluster.
    private static final int USUAL_RUNS = 3;

    private final JavaSparkContext spark;
    private final WaveSize size;
    private final Counters.Factory counters;
    private final int runsAtOnce;

    SparkSite(JavaSparkContext spark) {
        this.spark = spark;
        size = WaveSize.of(spark.getConf());
        counters = new Counters.Factory(spark);
        runsAtOnce = spark.getConf().getInt(RUNS_AT_ONCE, USUAL_RUNS);
    }

    @Override
    public Optional<Cluster> clusterFor(LoadedScenario scenario) {
        return Optional.of(new SparkCluster(spark, size, counters, scenario));
    }

    @Override
    public int runsAtOnce() {
        return runsAtOnce;
    }

    /// Of the driver and of all tasks that have ended.
    @Override
    public double processorSeconds() {
        return Site.HERE.processorSeconds() + counters.processorSeconds();
    }
}
