package io.tailrace.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// This run of the suite against the last committed one: what became slower, or faster, beyond noise.
///
/// Noise has three parts. That of a benchmark within its run is JMH's 99.9 % interval: both must not meet. What a new
/// start of the virtual machine does to a benchmark shows in how far the benchmarks' changes lie apart: three
/// robust standard deviations of all changes (1.4826 times their median deviation), and 5 % at least. And a machine that is
/// slower as a whole moves them all: changes are seen from their median, which is told.
final class Comparison {
    private static final double LEAST_CHANGE = Math.log(1.05);
    private static final double DEVIATIONS = 3;
    private static final double MEDIAN_TO_STANDARD_DEVIATION = 1.4826;

    private final String since;
    private final Map<String, Score> before;
    private final Map<String, Score> now;
    private final double pace; // median of the logarithms of all changes
    private final double noise; // of a change's logarithm

    /// Processor time of an operation with half of its interval, ns.
    record Score(double value, double error) {
        private boolean meets(Score other) {
            return Math.abs(value - other.value) <= error + other.error;
        }

        private String text() {
            return String.format(Locale.ROOT, value < 100 ? "%,.2f ± %,.2f" : "%,.0f ± %,.0f", value, error);
        }
    }

    /// @param since what the scores before are of
    Comparison(String since, Map<String, Score> before, Map<String, Score> now) {
        this.since = since;
        this.before = before;
        this.now = new TreeMap<>(now);
        this.now.keySet().retainAll(before.keySet());
        double[] changes = this.now.keySet().stream().mapToDouble(this::change).toArray();
        pace = median(changes);
        double[] deviations = Arrays.stream(changes).map(change -> Math.abs(change - pace)).toArray();
        noise = Math.max(LEAST_CHANGE, DEVIATIONS * MEDIAN_TO_STANDARD_DEVIATION * median(deviations));
    }

    /// With the last committed file of a kind, such as `-parts.json`; empty where there is none.
    static Optional<Comparison> withCommitted(String folder, String kind, Collection<RunResult> results) {
        return Commit.files(folder).stream()
                .filter(file -> file.endsWith(kind))
                .reduce((_, later) -> later)
                .map(file -> new Comparison(file, read(Commit.content(file)), of(results)));
    }

    /// As JMH's JSON has them, by name and parameters.
    static Map<String, Score> read(byte[] json) {
        var scores = new TreeMap<String, Score>();
        for (JsonNode result : JsonMapper.shared().readTree(json)) {
            String parameters = result.path("params").properties().stream()
                    .map(entry -> ", " + entry.getValue().asString(""))
                    .collect(Collectors.joining());
            result.path("secondaryMetrics").properties().stream()
                    .filter(metric -> metric.getKey().endsWith(CpuTime.NAME))
                    .forEach(metric -> scores.put(result.path("benchmark").asString("") + parameters,
                            score(metric.getValue().path("score").asDouble(0),
                                    metric.getValue().path("scoreError").asDouble(Double.NaN))));
        }
        return scores;
    }

    static Map<String, Score> of(Collection<RunResult> results) {
        var scores = new TreeMap<String, Score>();
        for (RunResult result : results) {
            String parameters = result.getParams().getParamsKeys().stream()
                    .map(key -> ", " + result.getParams().getParam(key))
                    .collect(Collectors.joining());
            result.getSecondaryResults().forEach((name, metric) -> {
                if (name.endsWith(CpuTime.NAME)) {
                    scores.put(result.getParams().getBenchmark() + parameters, score(metric));
                }
            });
        }
        return scores;
    }

    private static Score score(Result<?> metric) {
        return score(metric.getScore(), metric.getScoreError());
    }

    /// JMH writes NaN where one measurement has no error.
    private static Score score(double value, double error) {
        return new Score(value, Double.isNaN(error) ? 0 : error);
    }

    /// Names of the benchmarks that became slower beyond noise.
    List<String> regressions() {
        return now.keySet().stream().filter(name -> isBeyondNoise(name) && change(name) > pace).toList();
    }

    /// A line for each benchmark that both have, those beyond noise marked.
    List<String> lines() {
        var lines = new ArrayList<String>(List.of(
                String.format(Locale.ROOT, "### Since `%s`", since),
                "",
                verdict(),
                String.format(
                        Locale.ROOT,
                        "The median of all %d changes is %+.1f %%, the machine's pace; a change is called one from %.1f %% away from"
                                + " it on, if both 99.9 %% intervals do not meet. Processor time of an operation, ns:",
                        now.size(), percent(pace), percent(noise)),
                "",
                "| | then | now | change | |",
                "| --- | ---: | ---: | ---: | --- |"));
        now.forEach((name, score) -> lines.add(String.format(
                Locale.ROOT, "| %s | %s | %s | %+.1f %% | %s |", shortened(name), before.get(name).text(), score.text(),
                percent(change(name)), mark(name))));
        lines.add("");
        return lines;
    }

    private String verdict() {
        List<String> slower = regressions();
        return slower.isEmpty()
                ? "Nothing became slower beyond noise."
                : "**Slower beyond noise: "
                        + slower.stream().map(Comparison::shortened).collect(Collectors.joining("; "))
                        + ".**";
    }

    private String mark(String name) {
        if (!isBeyondNoise(name)) {
            return "";
        }
        return change(name) > pace ? "**SLOWER**" : "faster";
    }

    private boolean isBeyondNoise(String name) {
        return !now.get(name).meets(before.get(name)) && Math.abs(change(name) - pace) > noise;
    }

    /// Logarithm of the ratio.
    private double change(String name) {
        return Math.log(now.get(name).value / before.get(name).value);
    }

    private static double percent(double logarithm) {
        return 100 * Math.expm1(logarithm);
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        return n == 0 ? 0 : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static String shortened(String name) {
        String[] parts = name.split(", ", 2)[0].split("\\.");
        String parameters = name.contains(", ") ? name.substring(name.indexOf(", ")) : "";
        return parts[parts.length - 2].replace("Benchmark", "") + "." + parts[parts.length - 1] + parameters;
    }
}
