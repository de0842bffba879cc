package io.tailrace.benchmarks;

import io.tailrace.report.Manifest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;

/// Benchmarks as tables for people, with a verdict in words.
final class Page {
    private static final Map<String, String> PEERS = Map.of(
            "tailrace", "Tailrace, lanes",
            "tailraceModel", "Tailrace, readable model",
            "commonsMath", "Commons Math alone, path by path",
            "ssj", "SSJ, path by path",
            "goodScalarXoshiro", "good everyday Java, xoshiro256++",
            "goodScalarL64X128", "good everyday Java, L64X128Mix",
            "finmath", "finmath-lib, recorded value by value",
            "finmathOwnStatistics", "finmath-lib, its own statistics");

    private Page() {}

    static List<String> head(String date) {
        return List.of(
                "# Benchmarks",
                "",
                "Processor time of the whole JVM, garbage collection and compilation included, one thread, after warm-up;"
                        + " ± is JMH's 99.9 % interval of the time on the clock. The raw figures lie beside this page.",
                "",
                "- made again by `mvn -Pbench test-compile exec:exec` (about twelve minutes; with"
                        + " `-Dsim.args=peers` the peers alone)",
                "- " + date + ", commit " + Commit.name() + ", " + Manifest.machine() + ", "
                        + System.getProperty("java.vm.name") + " " + Runtime.version(),
                "");
    }

    /// The same work as its users would write it, fastest first.
    static List<String> peers(Collection<RunResult> results) {
        var lines = new ArrayList<String>(List.of(
                "## Peers",
                "",
                "The paths of `configs/reference.yaml`, 20 quarters, 168 numbers of each recorded (Tailrace records "
                        + "24 metrics instead of 8, and everything exactly mergeable); every peer's means are held against an "
                        + "independent implementation's before its time counts.",
                "",
                "| | ns a path | ± | paths a second | Tailrace is faster by |",
                "| --- | ---: | ---: | ---: | ---: |"));
        double own = results.stream().filter(r -> method(r).equals("tailrace")).mapToDouble(Page::cpu).findFirst()
                .orElseThrow();
        results.stream().sorted(Comparator.comparingDouble(Page::cpu)).forEach(r -> lines.add(String.format(
                Locale.ROOT, "| %s | %,.0f | %,.0f | %,.0f | %.1f |", PEERS.get(method(r)), cpu(r), error(r),
                1e9 / cpu(r), cpu(r) / own)));
        lines.add("");
        return lines;
    }

    /// Each way of doing the same work side by side.
    static List<String> parts(Collection<RunResult> results) {
        var lines = new ArrayList<String>(List.of(
                "## Parts",
                "",
                "Nanoseconds a number (functions, generator), a path (processes, kernel, recording) or a whole merge.",
                "",
                "| | lanes | scalar twin | library | verdict |",
                "| --- | ---: | ---: | ---: | --- |"));
        var groups = new TreeMap<String, Map<String, RunResult>>();
        for (RunResult result : results) {
            if (!result.getParams().getBenchmark().contains(".peers.")) {
                groups.computeIfAbsent(group(result), _ -> new LinkedHashMap<>()).put(method(result), result);
            }
        }
        groups.forEach((name, ways) -> lines.add(String.format(
                Locale.ROOT, "| %s | %s | %s | %s | %s |", name, cell(ways, "lanes"), cell(ways, "scalar"),
                cell(ways, "library"), verdict(ways))));
        lines.add("");
        return lines;
    }

    private static String verdict(Map<String, RunResult> ways) {
        String fastest = ways.containsKey("lanes") ? "lanes" : "scalar";
        return Stream.of("scalar", "library")
                .filter(way -> !way.equals(fastest) && ways.containsKey(way))
                .map(way -> {
                    double ratio = cpu(ways.get(way)) / cpu(ways.get(fastest));
                    String other = way.equals("scalar") ? "the scalar twin" : "the library";
                    return ratio >= 1
                            ? String.format(Locale.ROOT, "%.1f times as fast as %s", ratio, other)
                            : String.format(Locale.ROOT, "slower than %s, %.1f times", other, 1 / ratio);
                })
                .collect(Collectors.joining(", "));
    }

    private static String cell(Map<String, RunResult> ways, String way) {
        RunResult result = ways.get(way);
        return result == null
                ? ""
                : String.format(Locale.ROOT, cpu(result) < 100 ? "%,.2f ± %,.2f" : "%,.0f ± %,.0f", cpu(result),
                        error(result));
    }

    /// `Kernel, reference`.
    private static String group(RunResult result) {
        String[] parts = result.getParams().getBenchmark().split("\\.");
        String name = parts[parts.length - 2].replace("Benchmark", "").toLowerCase(Locale.ROOT);
        return result.getParams().getParamsKeys().stream()
                .map(key -> result.getParams().getParam(key))
                .collect(Collectors.joining(", ", name + (result.getParams().getParamsKeys().isEmpty() ? "" : ", "),
                        ""));
    }

    private static String method(RunResult result) {
        String name = result.getParams().getBenchmark();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static double cpu(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(CpuTime.NAME))
                .map(Map.Entry::getValue)
                .mapToDouble(Result::getScore)
                .findFirst()
                .orElseThrow();
    }

    private static double error(RunResult result) {
        return result.getPrimaryResult().getScoreError();
    }
}
