package io.tailrace.spark;

import io.tailrace.analysis.Study;
import io.tailrace.engine.Cluster;
import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.engine.Stretch;
import io.tailrace.engine.StretchResult;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import io.tailrace.summary.BlockSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaSparkContext;

/// Measures what the model in the room's documentation is made of, on the main scenario.
///
/// `constants`: what a result costs where it is made, joined and added, and what Spark's scheduler costs for a task.
/// `scaling PATHS`: the same run on one and on two executors of one core each, the local program beside them.
final class Measurements {
    private static final Path SCENARIO = Path.of("configs/aws-bedrock.yaml");
    private static final int BLOCKS = 32;
    private static final int NEIGHBOURS = 16;
    private static final int REPETITIONS = 5;
    private static final int EMPTY_TASKS = 2000;

    private Measurements() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments[0].equals("constants")) {
            constants();
        } else {
            scaling(arguments[1]);
        }
    }

    private static void constants() {
        LoadedScenario loaded =
                Study.loader().load(SCENARIO, List.of(), List.of(), ScenarioLoader.Options.STRICT);
        var simulation = new Simulation(
                PlanCompiler.compile(loaded.scenario()), 1,
                (long) REPETITIONS * NEIGHBOURS * BLOCKS * BlockSummary.PATHS,
                1);
        RunResult.of(simulation.on(Optional.of(new Timed())), Progress.NONE);
        scheduler();
    }

    /// Computes, joins and adds a few stretches, and says how long each took.
    private static final class Timed implements Cluster {
        @Override
        public void compute(Simulation simulation, Work work) {
            while (work.left() > 0) {
                next(simulation, work);
            }
        }

        private static void next(Simulation simulation, Work work) {
            List<byte[]> results = new ArrayList<>();
            long begin = System.nanoTime();
            for (int i = 0; i < NEIGHBOURS; i++) {
                Stretch stretch = work.next(BLOCKS).orElseThrow();
                results.add(StretchResult.compute(simulation, work.watched(), stretch, _ -> {}));
            }
            double computed = since(begin) / NEIGHBOURS;
            begin = System.nanoTime();
            byte[] joined = StretchResult.joined(simulation, work.watched(), results);
            double join = since(begin) / NEIGHBOURS;
            begin = System.nanoTime();
            work.take(joined);
            System.out.printf(Locale.ROOT,
                    "%d blocks computed in %.0f ms (%.2f ms a block); a result has %.2f MB, joined %.2f MB; joining takes"
                            + " %.1f ms a result, adding one %.1f ms%n",
                    BLOCKS, computed * 1e3, computed * 1e3 / BLOCKS, results.getFirst().length / 1e6,
                    joined.length / 1e6, join * 1e3, since(begin) * 1e3);
        }
    }

    private static void scheduler() {
        try (var spark = new JavaSparkContext(Small.local().setMaster("local[1]"))) {
            List<Integer> tasks = IntStream.range(0, EMPTY_TASKS).boxed().toList();
            for (int i = 0; i < REPETITIONS; i++) {
                long begin = System.nanoTime();
                spark.parallelize(tasks, EMPTY_TASKS).map(new ExecutorJava()).count();
                System.out.printf(Locale.ROOT, "an empty task takes %.2f ms of one thread%n",
                        since(begin) * 1e3 / EMPTY_TASKS);
            }
        }
    }

    private static double since(long begin) {
        return (System.nanoTime() - begin) * 1e-9;
    }

    private static void scaling(String paths) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("tailrace-scaling-");
        try (var spark = new SparkProcesses(folder)) {
            String master = spark.master();
            for (int executors = 1; executors <= 2; executors++) {
                spark.worker("worker-" + executors, master);
                String name = "run-" + executors;
                Process driver = spark.submit(name, master, List.of("spark.cores.max=" + executors), "run",
                        SCENARIO.toString(), "--paths", paths, "--out", folder.resolve(name).toString());
                spark.assertEnds(driver, name, 0);
                String last = spark.log(name).lines().filter(line -> line.contains("a second")).findFirst().orElse("");
                System.out.println(executors + " executor" + (executors == 1 ? ": " : "s: ") + last);
            }
        }
    }
}
