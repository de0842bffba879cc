package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.plan.Metric;
import io.tailrace.scenario.RegisterEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ResultFilesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Findings FINDINGS = Small.run("aws-bedrock", 1300);

    @TempDir static Path parent;

    private static Path folder;

    @BeforeAll
    static void write() throws IOException {
        folder = parent.resolve("result");
        ResultFolder.write(folder, false, FINDINGS, Small.MANIFEST);
    }

    @Test
    void theSummaryHoldsTheStatisticsOfTheRunToTheBit() {
        JsonNode summary = json("summary.json");
        JsonNode npv = summary.at("/path/npvTaas");
        var statistics = FINDINGS.run().of(Metric.NPV_TAAS.key(), 0);
        assertThat(npv.at("/mean/value").asDouble()).isEqualTo(statistics.mean().value());
        assertThat(npv.at("/mean/standardError").asDouble()).isEqualTo(statistics.mean().standardError());
        assertThat(npv.at("/quantiles/0.05/low").asDouble()).isEqualTo(statistics.quantile(0.05).estimate().low());
        assertThat(npv.at("/cvar/0.975/value").asDouble()).isEqualTo(statistics.tail(0.975).shortfall().value());
        assertThat(npv.at("/cvar/0.995/fewerThan100PathsInTail").asBoolean()).isTrue();
        assertThat(npv.at("/unit").asString()).isEqualTo("$M");
        assertThat(summary.at("/quarterly/regime/quarters").size()).isEqualTo(20);
        assertThat(summary.at("/decision/probabilityTaasBelowIaas/value").asDouble())
                .isEqualTo(FINDINGS.comparison().probabilityTaasBelowIaas().value());
        assertThat(summary.at("/worstPaths/npvTaas/0/value").asDouble()).isEqualTo(statistics.min());
    }

    @Test
    void convergenceHoldsTheLooksAndTheVerdictOfTheAnswer() {
        JsonNode convergence = json("convergence.json");
        assertThat(text("answer.txt")).contains(convergence.at("/verdict").asString());
        JsonNode looks = convergence.at("/measures/cvar95(npvTaas)/looks");
        assertThat(looks.get(looks.size() - 1).at("/paths").asLong()).isEqualTo(1300);
        assertThat(looks.get(looks.size() - 1).at("/value"))
                .isEqualTo(json("summary.json").at("/path/npvTaas/cvar/0.95/value"));
        assertThat(convergence.at("/measures/mean(npvIaas)/unit").asString()).isEqualTo("$M");
    }

    @Test
    void whatIsNotDefinedIsNull() {
        JsonNode jump = json("summary.json").at("/path/trainiumPricePerformance");
        assertThat(jump.at("/skewness").isNull() || jump.at("/skewness").isNumber()).isTrue();
        assertThat(text("summary.json")).doesNotContain("NaN", "Infinity");
        assertThat(text("paths.csv") + text("quarterly.csv")).doesNotContain("NaN", "Infinity");
    }

    @Test
    void pathsCsvHoldsTheSameNumbersAsTheSummary() {
        JsonNode metrics = json("summary.json").at("/path");
        List<Map<String, String>> rows = csv("paths.csv");
        assertThat(rows).hasSize(metrics.size());
        for (Map<String, String> row : rows) {
            assertSameNumbers(row, metrics.get(row.get("metric")));
        }
    }

    @Test
    void quarterlyCsvHoldsTheSameNumbersAsTheSummary() {
        JsonNode quantities = json("summary.json").at("/quarterly");
        List<Map<String, String>> rows = csv("quarterly.csv");
        assertThat(rows).hasSize(20 * quantities.size());
        for (Map<String, String> row : rows) {
            assertSameNumbers(row, quantities.get(row.get("quantity")).get("quarters").get(row.get("quarter")));
        }
    }

    @Test
    void theManifestSaysWhatMadeTheResult() {
        JsonNode manifest = json("manifest.json");
        assertThat(manifest.at("/scenarioSha256").asString())
                .isEqualTo(sha256(manifest.at("/scenarioText").asString().getBytes(StandardCharsets.UTF_8)));
        assertThat(manifest.at("/seed").asLong()).isEqualTo(2026);
        assertThat(manifest.at("/paths").asLong()).isEqualTo(1300);
        assertThat(manifest.at("/threads").asInt()).isEqualTo(2);
        assertThat(manifest.at("/wallSeconds").asDouble()).isEqualTo(2.5);
        assertThat(manifest.at("/pathsPerSecond").asLong()).isEqualTo(520);
        assertThat(manifest.at("/started").asString()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(manifest.at("/command/1").asString()).isEqualTo("x.yaml");
        assertThat(manifest.at("/jvm").asString()).contains("25");
        assertThat(manifest.at("/machine").asString()).contains("processors");
        assertThat(manifest.has("version") && manifest.has("commit")).isTrue();
    }

    @Test
    void theManifestKnowsTheSha256OfEveryOtherFile() throws IOException {
        JsonNode sums = json("manifest.json").at("/sha256");
        try (var files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("manifest.json"))
                    .sorted()
                    .toList();
            assertThat(names).contains("summary.json").hasSize(sums.size());
            for (String name : names) {
                assertThat(sums.get(name).asString()).as(name)
                        .isEqualTo(sha256(Files.readAllBytes(folder.resolve(name))));
            }
        }
    }

    @Test
    void theManifestHoldsTheRegisterWithItsSources() {
        JsonNode assumptions = json("manifest.json").at("/assumptions");
        List<RegisterEntry> register = FINDINGS.scenario().register();
        assertThat(assumptions).hasSameSizeAs(register);
        assertThat(assumptions.at("/0/key").asString()).isEqualTo(register.getFirst().key());
        assertThat(assumptions.at("/0/provenance/source").asString())
                .isEqualTo(register.getFirst().provenance().source())
                .isNotEmpty();
    }

    private static void assertSameNumbers(Map<String, String> row, JsonNode entry) {
        assertThat(row.get("unit")).isEqualTo(entry.at("/unit").asString(row.get("unit")));
        for (String field : List.of("count", "leftOut", "standardDeviation", "skewness", "excessKurtosis", "min",
                "max")) {
            assertSame(row.get(field), entry.get(field), field);
        }
        assertSame(row.get("mean"), entry.at("/mean/value"), "mean");
        assertSame(row.get("meanStandardError"), entry.at("/mean/standardError"), "meanStandardError");
        entry.get("quantiles").forEachEntry((p, q) -> assertSameInterval(row, "p" + percent(p), q));
        entry.get("var").forEachEntry((c, v) -> assertSameInterval(row, "var" + percent(c), v));
        entry.get("cvar").forEachEntry((c, v) -> assertSameInterval(row, "cvar" + percent(c), v));
    }

    private static void assertSameInterval(Map<String, String> row, String column, JsonNode interval) {
        assertSame(row.get(column), interval.get("value"), column);
        assertSame(row.get(column + "Low"), interval.get("low"), column + "Low");
        assertSame(row.get(column + "High"), interval.get("high"), column + "High");
    }

    private static void assertSame(String cell, JsonNode number, String what) {
        if (number.isNull()) {
            assertThat(cell).as(what).isEmpty();
        } else {
            assertThat(Double.parseDouble(cell)).as(what).isEqualTo(number.asDouble());
        }
    }

    private static String percent(String probability) {
        return new java.math.BigDecimal(probability).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /// No field of these files is quoted.
    private static List<Map<String, String>> csv(String name) {
        String[] lines = text(name).split("\r\n");
        String[] header = lines[0].split(",", -1);
        return Arrays.stream(lines).skip(1).map(line -> {
            String[] cells = line.split(",", -1);
            assertThat(cells).hasSameSizeAs(header);
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < header.length; i++) {
                row.put(header[i], cells[i]);
            }
            return row;
        }).toList();
    }

    private static JsonNode json(String name) {
        return JSON.readTree(text(name));
    }

    private static String text(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
