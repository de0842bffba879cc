package io.tailrace.benchmarks.tuning;

import io.tailrace.benchmarks.Commit;
import io.tailrace.engine.Knob;
import io.tailrace.engine.Tuning;
import io.tailrace.kernel.LaneKernel;
import io.tailrace.report.Manifest;
import io.tailrace.tuning.Machine;
import io.tailrace.tuning.Measurement;
import io.tailrace.tuning.Tuned;
import io.tailrace.tuning.Tuner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Tunes this machine for a scenario, telling each measurement, and writes what it came to.
///
/// Arguments: the scenario's file, the file to write.
public final class TuningRun {
    private static final int SECONDS_EACH = 25;
    /// What JMH says of the measurement that goes on.
    private static final String LOG = "target/bench/tuning.log";

    private TuningRun() {}

    public static void main(String[] arguments) throws IOException {
        String scenario = arguments[0];
        Path file = Path.of(arguments[1]);
        Machine machine = Machine.ofThisProcess();
        List<Tuning> neighbours =
                Tuning.neighbours(LaneKernel.widestLanes(), Runtime.getRuntime().availableProcessors());
        System.out.printf(Locale.ROOT, "Tuning %s (%s) for runs of %s: %d settings, about %d s each.%n", machine.host(),
                machine.hardware(), scenario, neighbours.size() + 1, SECONDS_EACH);
        System.out.printf(Locale.ROOT,
                "By default: %d-bit lanes, tiles of 128 paths, kernel and recording in lanes, threads"
                        + " %d.%n",
                LaneKernel.widestLanes(), Tuning.threads());
        var told = new ArrayList<Measurement>();
        Tuner.Outcome outcome = Tuner.tune(neighbours, tuning -> {
            Measurement measured = measure(scenario, tuning);
            told.add(measured);
            System.out.printf(Locale.ROOT, "  %-20s %,8.1f ± %,6.1f ns a path  %s%n", tuning.text(),
                    measured.nanoseconds(),
                    measured.error(), told.size() == 1 ? "" : measured.comparedWith(told.getFirst()));
            return measured;
        });
        var tuned = new Tuned(
                machine, new Manifest.Version("development", Commit.name()), Instant.now(), scenario,
                TuningBenchmark.PATHS, outcome);
        tuned.write(file);
        System.out.println(tuned.verdict());
        System.out.println("Written to " + file + " with all measurements.");
    }

    private static Measurement measure(String scenario, Tuning tuning) {
        var options = new OptionsBuilder();
        options.include(TuningBenchmark.class.getName() + ".run").param("scenario", scenario)
                .jvmArgsPrepend(properties(tuning))
                .shouldFailOnError(true)
                .output(LOG);
        try {
            RunResult run = new Runner(options.build()).runSingle();
            Result<?> time = run.getPrimaryResult();
            return new Measurement(tuning, time.getScore(), time.getScoreError());
        } catch (RunnerException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String[] properties(Tuning tuning) {
        return tuning.knobs().entrySet().stream().map(TuningRun::property).toArray(String[]::new);
    }

    private static String property(Map.Entry<Knob, String> knob) {
        return "-D" + knob.getKey().property() + "=" + knob.getValue();
    }
}
