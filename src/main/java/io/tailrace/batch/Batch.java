package io.tailrace.batch;

import io.tailrace.analysis.Study;
import io.tailrace.engine.Site;
import io.tailrace.plan.Metric;
import io.tailrace.scenario.BatchFile.Objective;
import io.tailrace.scenario.BatchLoader;
import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.LoadedBatch;
import io.tailrace.scenario.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The jobs of a batch file, in its order.
///
/// @param objective of overnight
/// @param title what the batch is for, may be empty
/// @param repeated how many of the file's runs are another one once more, and so no job
public record Batch(String name, String title, Objective objective, List<Job> jobs, int repeated) {
    public Batch {
        jobs = List.copyOf(jobs);
    }

    /// Reads a batch file and all that it names, and compiles every job.
    ///
    /// @throws InvalidScenarioException listing all problems
    public static Batch load(Path file, int threads) {
        LoadedBatch loaded = new BatchLoader(Study.loader(), metrics()).load(file);
        var problems = new ArrayList<Problem>();
        var jobs = new ArrayList<Job>();
        var seen = new HashSet<String>();
        for (LoadedBatch.Run run : loaded.runs()) {
            Job job = Job.of(jobs.size() + 1, run, threads, problems);
            if (seen.add(job.request().sha256(""))) {
                jobs.add(job);
            }
        }
        if (!problems.isEmpty()) {
            throw new InvalidScenarioException(problems.stream().distinct().toList());
        }
        return new Batch(loaded.name(), loaded.title(), loaded.objective(), jobs, loaded.runs().size() - jobs.size());
    }

    /// The same jobs, computed elsewhere.
    public Batch on(Site site) {
        return new Batch(name, title, objective, jobs.stream().map(job -> job.on(site)).toList(), repeated);
    }

    /// Names of the path metrics that targets may name.
    static Set<String> metrics() {
        return Arrays.stream(Metric.values()).map(Metric::key).collect(Collectors.toSet());
    }
}
