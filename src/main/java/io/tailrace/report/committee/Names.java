package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Tone;
import java.math.BigDecimal;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What the JSON's keys are called in the report.
final class Names {
    private Names() {}

    static String of(String key) {
        return switch (key) {
            case "npvTaas" -> "TaaS";
            case "npvIaas" -> "IaaS";
            case "npvDifference" -> "TaaS − IaaS";
            default -> key;
        };
    }

    static Tone tone(String metric) {
        return switch (metric) {
            case "npvTaas" -> Tone.TAAS;
            case "npvIaas" -> Tone.IAAS;
            default -> Tone.DIFFERENCE;
        };
    }

    /// A driver as people call it: `demand shock`, `tenant default`.
    static String driver(JsonNode driver) {
        String name = driver.path("driver").asString("");
        return switch (driver.path("kind").asString("")) {
            case "shock" -> name + " shock";
            case "event" -> switch (name) {
                case "default" -> "tenant default";
                case "regimes" -> "demand regimes";
                case "jumps" -> "demand jumps";
                default -> name;
            };
            default -> name;
        };
    }

    /// `P5` of `0.05`, `P99.9` of `0.999`.
    static String percentile(String probability) {
        return "P" + new BigDecimal(probability).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /// A key of the JSON in plain words: `mean demand loss` of `meanDemandLoss` or `mean-demand-loss`.
    static String words(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
