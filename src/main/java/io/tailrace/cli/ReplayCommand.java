package io.tailrace.cli;

import io.tailrace.analysis.PathCauses;
import io.tailrace.engine.Replay;
import io.tailrace.random.Sampling;
import io.tailrace.report.PathStory;
import io.tailrace.report.PathStoryFiles;
import io.tailrace.report.PathStoryTable;
import io.tailrace.report.StoredSummary;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `replay`: single paths of a result once more, with their whole stories.
@Command(
        name = "replay",
        description = {
            "Prints everything about a path of a result: draws, states and both contracts by quarter, and what made it",
            "bad. The numbers are those that the run counted, to the last bit."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace replay results/aws-bedrock --path 161990",
            "  tailrace replay results/aws-bedrock --worst 5 --of npvTaas",
            "  tailrace replay results/aws-bedrock --quantile p5 --of npvDifference --format csv"
        })
final class ReplayCommand implements Callable<Integer> {
    /// Of so many first paths the one nearest to a quantile is taken: among them one is near, and it is found at once.
    private static final int SEARCHED = 4096;

    private static final long WORST_BY_DEFAULT = 1;

    @ParentCommand private Main main;

    @Parameters(index = "0", paramLabel = "RESULT", description = "Result folder.") private Path folder;

    @Option(names = "--path", paramLabel = "N", description = "The path's number, from 0.") private String path;

    @Option(names = "--worst", paramLabel = "K",
            description = "The K worst paths; the worst one by default.") private String worst;

    @Option(names = "--quantile", paramLabel = "PX",
            description = "A path near a quantile, such as p5 or p50.") private String quantile;

    @Option(names = "--of", paramLabel = "METRIC", defaultValue = "npvTaas",
            description = "By which metric paths are judged, as in paths.csv; npvTaas by default.") private String metric;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
            description = "table, csv or json; a table by default.") private Format format;

    /// How stories are printed.
    enum Format { TABLE, CSV, JSON }

    @Override
    public Integer call() {
        if ((path == null ? 0 : 1) + (worst == null ? 0 : 1) + (quantile == null ? 0 : 1) > 1) {
            throw new UserException("--path, --worst and --quantile each name paths: give one of them");
        }
        OptionalLong number = WholeNumber.parse("--path", path, 0, RunSize.MOST_PATHS - 1);
        OptionalLong count = WholeNumber.parse("--worst", worst, 1, Long.MAX_VALUE);
        StoredRun stored = main.stored(folder);
        if (!stored.plan().metricKeys().contains(metric)) {
            throw new UserException("There is no metric " + metric + "; there are "
                    + String.join(", ", stored.plan().metricKeys()));
        }
        List<PathStory> stories = replays(stored, number, count.orElse(WORST_BY_DEFAULT)).stream()
                .map(replay -> new PathStory(stored.loaded(), replay, PathCauses.of(replay, metric)))
                .toList();
        new Console(main.terminal(), false).print(text(stories));
        return 0;
    }

    private List<Replay> replays(StoredRun stored, OptionalLong number, long count) {
        Sampling sampling = stored.result().sampling();
        if (number.isPresent()) {
            if (number.getAsLong() >= stored.result().paths()) {
                throw new UserException(String.format(
                        Locale.ROOT, "--path %d: the result has %,d paths, numbered from 0", number.getAsLong(),
                        stored.result().paths()));
            }
            return List.of(new Replay(stored.plan(), sampling, number.getAsLong()));
        }
        StoredSummary summary = summary();
        if (quantile != null) {
            int searched = (int) Math.min(SEARCHED, stored.result().paths());
            return List.of(Replay.nearest(stored.plan(), sampling, searched, metric, value(summary)));
        }
        return worst(summary, count).stream().map(path -> new Replay(stored.plan(), sampling, path)).toList();
    }

    private List<Long> worst(StoredSummary summary, long count) {
        List<Long> paths = summary.worst(metric);
        if (paths.size() < count) {
            throw new UserException(paths.isEmpty()
                    ? "The worst paths of " + metric + " are not kept; those of "
                            + String.join(", ", summary.metricsWithWorst())
                            + " are"
                    : "--worst " + count + ": the result keeps the " + paths.size() + " worst paths");
        }
        return paths.subList(0, (int) count);
    }

    /// The stored quantile that `p5` and the like stand for.
    private double value(StoredSummary summary) {
        OptionalDouble value = OptionalDouble.empty();
        if (quantile.matches("[pP]\\d{1,2}(\\.\\d{1,6})?")) {
            BigDecimal probability = new BigDecimal(quantile.substring(1)).movePointLeft(2).stripTrailingZeros();
            value = summary.quantile(metric, probability.toPlainString());
        }
        return value.orElseThrow(() -> new UserException("--quantile " + quantile + " is not stored; there are "
                + summary.probabilities(metric).stream()
                        .map(p -> "p" + new BigDecimal(p).movePointRight(2).stripTrailingZeros().toPlainString())
                        .collect(Collectors.joining(", "))));
    }

    private StoredSummary summary() {
        try {
            return StoredSummary.read(folder)
                    .orElseThrow(() -> new UserException(
                            folder.resolve("summary.json") + " is not one that a run has written"));
        } catch (IOException e) {
            throw new UserException(folder.resolve("summary.json") + " cannot be read: " + e.getMessage());
        }
    }

    private List<String> text(List<PathStory> stories) {
        return switch (format) {
            case CSV -> PathStoryFiles.csv(stories);
            case JSON -> PathStoryFiles.json(stories);
            case TABLE -> {
                var lines = new ArrayList<String>();
                for (PathStory story : stories) {
                    if (!lines.isEmpty()) {
                        lines.add("");
                    }
                    lines.addAll(PathStoryTable.lines(story));
                }
                yield lines;
            }
        };
    }
}
