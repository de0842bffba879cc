package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Tone;
import io.tailrace.scenario.Meanings;
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

    /// A measure of an NPV: `mean NPV of TaaS` of `mean(npvTaas)`.
    static String measure(String key) {
        int open = key.indexOf('(');
        String statistic = key.substring(0, open).replace("cvar95", "CVaR95 of the");
        return statistic + " NPV of " + of(key.substring(open + 1, key.length() - 1));
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

    /// A driver that lies low or high, as a sentence may say it: `weak demand regimes`, `late sites`.
    static String lying(JsonNode driver, boolean isLow) {
        String name = driver.path("driver").asString("");
        return switch (driver.path("kind").asString("") + " " + name) {
            case "event regimes" -> isLow ? "weak demand regimes" : "strong demand regimes";
            case "event jumps" -> isLow ? "sudden losses of demand" : "sudden gains of demand";
            case "event default" -> isLow ? "no default of the tenant" : "default of the tenant";
            case "event renegotiation" -> isLow ? "no renegotiation of the shares" : "renegotiation of the shares";
            case "delays delays" -> isLow ? "sites in time" : "late sites";
            case "shock demand" -> isLow ? "demand below its path" : "demand above its path";
            case "shock growth" -> isLow ? "slower growth of demand" : "faster growth of demand";
            case "shock price" -> isLow ? "low token prices" : "high token prices";
            case "shock channel" -> isLow ? "a small share of the channel" : "a large share of the channel";
            case "shock trainium" -> isLow ? "few tokens on the own chip" : "many tokens on the own chip";
            case "shock efficiency" -> isLow ? "few tokens per megawatt" : "many tokens per megawatt";
            case "shock spot" -> isLow ? "low spot rents" : "high spot rents";
            default -> (isLow ? "a low " : "a high ") + explained(driver(driver));
        };
    }

    /// A parameter with what it means: `tokenService.floor (part of the fixed fee that is due however little is used)`.
    static String explained(String key) {
        return Meanings.of(key)
                .map(meaning -> key + " (" + meaning.substring(0, 1).toLowerCase(Locale.ROOT)
                        + meaning.substring(1).replaceFirst("\\.$", "") + ")")
                .orElse(key);
    }

    /// `P5` of `0.05`, `P99.9` of `0.999`.
    static String percentile(String probability) {
        return "P" + new BigDecimal(probability).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /// As a title begins.
    static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /// A key of the JSON in plain words: `mean demand loss` of `meanDemandLoss` or `mean-demand-loss`.
    static String words(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
