package io.tailrace.engine;

import io.tailrace.plan.Plan;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// `model/*-results.json`: answers of an independent implementation (NumPy, plain Monte Carlo, 1,000,000 paths).
record IndependentResults(JsonNode root) {
    static final List<Double> PROBABILITIES = List.of(0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999);

    /// Our metric keys where they are not the file's in camel case.
    private static final Map<String, String> METRICS = Map.of(
            "lowest_trailing_ebit", "lowestTrailingEbitTaas",
            "quarters_below_hurdle", "quartersBelowHurdleTaas",
            "first_loss_quarter", "firstLossQuarterTaas");

    static IndependentResults of(String scenario) throws IOException {
        try (InputStream stream =
                IndependentResults.class.getResourceAsStream("/model/" + scenario + "-results.json")) {
            return new IndependentResults(JsonMapper.shared().readTree(stream));
        }
    }

    long paths() {
        return root.get("paths").asLong();
    }

    JsonNode decision() {
        return root.get("decision");
    }

    /// What the file says of each column, by our name for it: quarter by quarter, then path metrics.
    List<Answer> answers(int quarters) {
        var answers = new ArrayList<Answer>();
        root.get("quarterly").properties().forEach(entry -> {
            for (int t = 1; t <= quarters; t++) {
                answers.add(quarterly(camel(entry.getKey()), t, entry.getValue()));
            }
        });
        root.get("path").properties().forEach(entry -> answers.add(metric(entry.getKey(), entry.getValue())));
        return answers;
    }

    private Answer quarterly(String key, int t, JsonNode of) {
        double leftOut = of.has("left_out") ? of.get("left_out").get(t - 1).asDouble() : 0;
        return new Answer(
                key,
                t,
                paths() - leftOut,
                number(of.get("mean").get(t - 1)),
                number(of.get("stderr").get(t - 1)),
                numbers(of.get("quantiles").get(t - 1)),
                of);
    }

    private Answer metric(String key, JsonNode of) {
        String ours = key.startsWith("npv_mix_")
                ? Plan.mixKey(Double.parseDouble(key.substring("npv_mix_".length())))
                : METRICS.getOrDefault(key, camel(key));
        double counted = of.has("left_out") ? paths() - of.get("left_out").asDouble() : paths();
        return new Answer(
                ours, 0, counted, number(of.get("mean")), number(of.get("stderr")), numbers(of.get("quantiles")), of);
    }

    /// One column of the file; quantiles in the order of [#PROBABILITIES].
    record Answer(
            String key,
            int quarter,
            double count,
            double mean,
            double standardError,
            double[] quantiles,
            JsonNode of) {
        String label() {
            return quarter == 0 ? key : key + " t=" + quarter;
        }
    }

    static double number(JsonNode node) {
        return node == null || node.isNull() ? Double.NaN : node.asDouble();
    }

    private static double[] numbers(JsonNode list) {
        double[] numbers = new double[list.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(list.get(i));
        }
        return numbers;
    }

    static String camel(String snake) {
        var text = new StringBuilder();
        for (String word : snake.split("_", -1)) {
            text.append(text.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString();
    }
}
