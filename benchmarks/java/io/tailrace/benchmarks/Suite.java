package io.tailrace.benchmarks;

import io.tailrace.benchmarks.peers.PeersBenchmark;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/// Runs every benchmark and writes `results/benchmarks`: JMH's own JSON by date, and a page of tables for people, which
/// holds the figures against those that were committed last.
///
/// Arguments: `peers` runs the peers alone, in a third of the time, and writes a page of them; another pattern of names
/// runs those alone and writes no page.
public final class Suite {
    private static final Path FOLDER = Path.of("results", "benchmarks");
    private static final String PEERS = "-peers.json";
    private static final String PARTS = "-parts.json";

    private Suite() {}

    public static void main(String[] arguments) throws RunnerException, IOException {
        boolean peersAlone = Arrays.equals(arguments, new String[]{"peers"});
        if (arguments.length > 0 && !peersAlone) {
            new Runner(options(arguments[0]).build()).run();
            return;
        }
        Files.createDirectories(FOLDER);
        String date = LocalDate.now().toString();
        List<String> page = new ArrayList<>(Page.head(date));
        Collection<RunResult> peers = run(PeersBenchmark.class.getName(), date + PEERS);
        page.addAll(Page.peers(peers));
        page.addAll(changes(PEERS, peers));
        if (!peersAlone) {
            Collection<RunResult> parts = run("io.tailrace.(kernel|engine|benchmarks).[A-Z]", date + PARTS);
            page.addAll(Page.parts(parts));
            page.addAll(changes(PARTS, parts));
        }
        Files.write(FOLDER.resolve("README.md"), page);
        page.forEach(System.out::println);
    }

    private static Collection<RunResult> run(String pattern, String file) throws RunnerException {
        return new Runner(options(pattern)
                .resultFormat(ResultFormatType.JSON)
                .result(FOLDER.resolve(file).toString())
                .build()).run();
    }

    private static List<String> changes(String kind, Collection<RunResult> results) {
        return Comparison.withCommitted(FOLDER.toString(), kind, results)
                .map(Comparison::lines)
                .orElse(List.of("No older figures are committed to compare these with.", ""));
    }

    private static OptionsBuilder options(String pattern) {
        var options = new OptionsBuilder();
        options.include(pattern).addProfiler(CpuTime.class);
        return options;
    }
}
