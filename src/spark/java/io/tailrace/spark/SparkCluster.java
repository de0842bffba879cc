package io.tailrace.spark;

import io.tailrace.engine.Cluster;
import io.tailrace.engine.Simulation;
import io.tailrace.engine.Stretch;
import io.tailrace.scenario.LoadedScenario;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Tuple2;

/// Has the stretches of one scenario's runs computed by Spark, in waves of a task for each slot of the cluster.
///
/// Two waves are out at a time: while the results of one are added here, the next is computed. Of a large wave the
/// executors add up neighbours first, so that at most sixteen results come back however many executors there are: the
/// driver's memory is constant, and so is its work for each wave.
final class SparkCluster implements Cluster {
    private static final int WAVES_OUT = 2;
    /// Results of a wave that come to the driver, and results that one executor adds up.
    private static final int MOST_RESULTS = 16;

    private final JavaSparkContext spark;
    private final WaveSize size;
    private final Counters.Factory counting;
    private final LoadedScenario scenario;

    SparkCluster(JavaSparkContext spark, WaveSize size, Counters.Factory counting, LoadedScenario scenario) {
        this.spark = spark;
        this.size = size;
        this.counting = counting;
        this.scenario = scenario;
    }

    @Override
    public void compute(Simulation simulation, Work work) {
        String name = scenario.scenario().name();
        spark.setLocalProperty("spark.scheduler.pool", name);
        Counters counters = counting.forRun(name);
        var task = new StretchTask(Order.of(scenario, simulation, work), counters);
        Deque<Wave> out = new ArrayDeque<>();
        try {
            do {
                while (out.size() < WAVES_OUT && work.left() > 0) {
                    out.addLast(send(task, work));
                }
                if (!out.isEmpty()) {
                    out.getFirst().await(work, counters).forEach(work::take);
                    counters.back(out.removeFirst().blocks());
                }
            } while (!out.isEmpty() || work.left() > 0);
        } finally {
            out.forEach(Wave::cancel);
            spark.setJobDescription(null);
        }
    }

    private Wave send(StretchTask task, Work work) {
        int slots = spark.defaultParallelism();
        long most = size.blocksPerTask(work.left(), slots);
        List<Tuple2<Integer, Stretch>> stretches = new ArrayList<>();
        for (Optional<Stretch> next = work.next(most); next.isPresent(); next = another(work, most, stretches, slots)) {
            stretches.add(new Tuple2<>(stretches.size(), next.get()));
        }
        if (stretches.isEmpty()) {
            return Wave.NONE;
        }
        long first = stretches.getFirst()._2().first();
        long end = stretches.getLast()._2().end();
        spark.setJobDescription(String.format(
                Locale.ROOT, "%s: blocks %,d to %,d", scenario.scenario().name(), first, end - 1));
        JavaPairRDD<Integer, Answer> answers =
                joined(spark.parallelizePairs(stretches, stretches.size()).mapValues(task), task, stretches.size());
        return new Wave(Optional.of(answers.collectAsync()), end - first);
    }

    private static Optional<Stretch> another(Work work, long most, List<?> stretches, int slots) {
        return stretches.size() < slots ? work.next(most) : Optional.empty();
    }

    /// Answers by their place in the wave, added up along a tree of neighbours until they are few.
    private static JavaPairRDD<Integer, Answer> joined(
            JavaPairRDD<Integer, Answer> answers, StretchTask task, int count) {
        JavaPairRDD<Integer, Answer> few = answers;
        for (int left = count; left > MOST_RESULTS;) {
            left = Math.ceilDiv(left, MOST_RESULTS);
            few = few.mapToPair(answer -> new Tuple2<>(answer._1() / MOST_RESULTS, answer))
                    .groupByKey(left)
                    .mapValues(task::joined);
        }
        return few;
    }
}
