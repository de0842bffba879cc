package io.tailrace.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.Configs;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Path by path against an independent implementation (NumPy, recomputed by a second, scalar one).
///
/// `model/*-golden.json` hold 24 paths each with every input draw and every named quantity by quarter, chosen so that
/// together they hold a default, a renegotiation, each regime, jumps both ways, a cancelled project, spill, lost
/// tokens, idle reuse and losses. Fed the same draws, the model agrees to 1e-10 of the larger of the value and the
/// largest magnitude of that quantity in the file.
class GoldenPathsTest {
    private static final double TOLERANCE = 1e-10;

    /// Our key paths for the parameters that the files draw.
    private static final Map<String, String> PARAMETERS = Map.ofEntries(
            Map.entry("demand.growthLongRun", "demand.longRunGrowth"),
            Map.entry("demand.growthPersistence", "demand.growthPersistence"),
            Map.entry("demand.volatilityMultiplier", "demand.volatilityMultiplier"),
            Map.entry("price.deflation", "price.deflation"),
            Map.entry("trainium.shareLongRun", "trainium.longRunTokenShare"),
            Map.entry("capacity.tokensPerMwTrainium", "capacity.trainiumTokensTrillionPerMwQuarter"),
            Map.entry("capacity.relativeTokensTrainium", "capacity.trainiumRelativeTokensPerMw"),
            Map.entry("costs.trainiumCapex", "costs.trainiumCapexMillionPerMw"),
            Map.entry("costs.gpuCapex", "costs.gpuCapexMillionPerMw"),
            Map.entry("costs.itLifeYears", "costs.itLifeYears"),
            Map.entry("costs.energyPrice", "costs.energyDollarsPerMwh"),
            Map.entry("taas.floor", "tokenService.floor"),
            Map.entry("taas.tiers.multiplier", "tokenService.tiers.multiplier"),
            Map.entry("taas.renegotiationCut", "tokenService.renegotiationCut"),
            Map.entry("taas.reuseShare", "tokenService.reuseShare"),
            Map.entry("taas.operatingExpense", "tokenService.operatingExpense"),
            Map.entry("iaas.lease0", "lease.priceMillionPerMwQuarter"),
            Map.entry("iaas.prepaidQuarters", "lease.prepaidQuarters"));

    /// Our metric keys where they are not the file's in camel case.
    private static final Map<String, String> METRICS = Map.of(
            "lowest_trailing_ebit", "lowestTrailingEbitTaas",
            "lowest_trailing_ebit_iaas", "lowestTrailingEbitIaas",
            "quarters_below_hurdle", "quartersBelowHurdleTaas",
            "quarters_below_hurdle_iaas", "quartersBelowHurdleIaas",
            "first_loss_quarter", "firstLossQuarterTaas",
            "first_loss_quarter_iaas", "firstLossQuarterIaas");

    @ParameterizedTest
    @ValueSource(strings = {"reference", "aws-bedrock"})
    void everyQuantityOfEveryPathAgreesWithTheIndependentImplementation(String name) throws IOException {
        JsonNode golden = read(name);
        Plan plan = Configs.plan(name);
        Map<String, Double> scale = scales(golden);
        var differences = new ArrayList<String>();
        int compared = 0;
        for (JsonNode expected : golden.get("paths")) {
            Draws draws = draws(plan, expected.get("draws"));
            var path = new Path(plan);
            new PathModel(plan).run(draws, path);
            compared += compare(plan, path, expected, scale, differences);
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(24 * (60 * 20 + 25 + 48));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "aws-bedrock"})
    void delaysFollowFromTheirNormals(String name) throws IOException {
        Plan plan = Configs.plan(name);
        double correlation = name.equals("reference") ? 0.4 : 0.3;
        for (JsonNode path : read(name).get("paths")) {
            JsonNode draws = path.get("draws");
            double common = draws.get("delayNormals").get("common").asDouble();
            for (int j = 0; j < plan.projects().size(); j++) {
                double own = draws.get("delayNormals").get("projects").get(j).asDouble();
                double normal = Math.sqrt(correlation) * common + Math.sqrt(1 - correlation) * own;
                double delay = plan.projects().get(j).delay().at(normal);
                double expected = number(draws.get("delays").get(j), Double.POSITIVE_INFINITY);
                if (Double.isInfinite(expected)) {
                    assertThat(delay).isInfinite();
                } else {
                    assertThat(delay).isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-6 * (1 + expected)));
                }
            }
        }
    }

    private static JsonNode read(String name) throws IOException {
        try (InputStream stream = GoldenPathsTest.class.getResourceAsStream("/model/" + name + "-golden.json")) {
            return JsonMapper.shared().readTree(stream);
        }
    }

    private static Draws draws(Plan plan, JsonNode from) {
        var draws = new Draws(plan);
        from.get("parameters").properties().forEach(entry -> {
            String key = PARAMETERS.get(entry.getKey());
            int slot = plan.parameters().slot(key).orElseThrow();
            draws.parameters.set(slot, entry.getValue().asDouble());
        });
        for (int j = 0; j < draws.delays.length; j++) {
            draws.delays[j] = number(from.get("delays").get(j), Double.POSITIVE_INFINITY);
        }
        for (Factor factor : Factor.values()) {
            copy(from.get("factors").get(factor.key()), draws.factors[factor.ordinal()]);
        }
        copy(from.get("uniforms").get("regime"), draws.regime);
        copy(from.get("uniforms").get("jump"), draws.jump);
        copy(from.get("uniforms").get("default"), draws.defaults);
        copy(from.get("uniforms").get("renegotiation"), draws.renegotiation);
        copy(from.get("jumpSize"), draws.jumpSize);
        return draws;
    }

    private static void copy(JsonNode from, double[] to) {
        for (int t = 1; t < to.length; t++) {
            to[t] = from.get(t - 1).asDouble();
        }
    }

    private static int compare(
            Plan plan, Path path, JsonNode expected, Map<String, Double> scale, List<String> differences) {
        int compared = 0;
        String at = "path " + expected.get("index");
        for (var entry : expected.get("quarters").properties()) {
            for (int t = 1; t <= plan.quarters(); t++) {
                double actual = quantity(plan, path, entry.getKey(), t);
                JsonNode value = entry.getValue().get(t - 1);
                check(at + " t=" + t, entry.getKey(), value, actual, scale, differences);
                compared++;
            }
        }
        for (var entry : expected.get("opening").properties()) {
            check(at + " t=0", entry.getKey(), entry.getValue(), quantity(plan, path, entry.getKey(), 0), scale,
                    differences);
            compared++;
        }
        for (var entry : expected.get("metrics").properties()) {
            check(at, entry.getKey(), entry.getValue(), metric(plan, path, entry.getKey()), scale, differences);
            compared++;
        }
        return compared;
    }

    private static double quantity(Plan plan, Path path, String key, int t) {
        if (key.startsWith("mix_ebit_")) {
            return path.ebitOfMix(mix(plan, key.substring("mix_ebit_".length())), t);
        }
        return Arrays.stream(Quantity.values())
                .filter(q -> q.key().equals(camel(key)))
                .findFirst()
                .map(q -> path.at(q, t))
                .orElseThrow(() -> new AssertionError("no quantity " + key));
    }

    private static double metric(Plan plan, Path path, String key) {
        if (key.startsWith("npv_mix_")) {
            return path.npvOfMix(mix(plan, key.substring("npv_mix_".length())));
        }
        String ours = METRICS.getOrDefault(key, camel(key));
        return Arrays.stream(Metric.values())
                .filter(m -> m.key().equals(ours))
                .findFirst()
                .map(path::metric)
                .orElseThrow(() -> new AssertionError("no metric " + key));
    }

    private static int mix(Plan plan, String share) {
        for (int i = 0; i < plan.mixShares().length; i++) {
            if (plan.mixShares()[i] == Double.parseDouble(share)) {
                return i;
            }
        }
        throw new AssertionError("no mix " + share);
    }

    private static void check(
            String at, String key, JsonNode expected, double actual, Map<String, Double> scale,
            List<String> differences) {
        double wanted = number(expected, Double.NaN);
        boolean same = Double.isNaN(wanted)
                ? Double.isNaN(actual)
                : Math.abs(actual - wanted) <= TOLERANCE * Math.max(Math.abs(wanted), scale.get(key));
        if (!same) {
            differences.add(at + " " + key + ": expected " + wanted + ", was " + actual);
        }
    }

    /// Largest magnitude of each key in the file; 1 where it is 0 throughout.
    private static Map<String, Double> scales(JsonNode golden) {
        var scale = new HashMap<String, Double>();
        for (JsonNode path : golden.get("paths")) {
            for (String part : List.of("quarters", "opening", "metrics")) {
                for (var entry : path.get(part).properties()) {
                    JsonNode values = entry.getValue();
                    for (JsonNode value : values.isArray() ? values : List.of(values)) {
                        scale.merge(entry.getKey(), Math.abs(number(value, 0)), Math::max);
                    }
                }
            }
        }
        scale.replaceAll((_, largest) -> largest == 0 ? 1 : largest);
        return scale;
    }

    private static double number(JsonNode node, double ifNull) {
        return node.isNull() ? ifNull : node.asDouble();
    }

    private static String camel(String snake) {
        var text = new StringBuilder();
        for (String word : snake.split("_", -1)) {
            text.append(text.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return text.toString();
    }
}
