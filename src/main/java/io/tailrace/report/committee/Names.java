package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Tone;
import java.math.BigDecimal;
import java.util.Locale;

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

    /// `P5` of `0.05`, `P99.9` of `0.999`.
    static String percentile(String probability) {
        return "P" + new BigDecimal(probability).movePointRight(2).stripTrailingZeros().toPlainString();
    }

    /// A key of the JSON in plain words: `mean demand loss` of `meanDemandLoss` or `mean-demand-loss`.
    static String words(String key) {
        return key.replaceAll("([a-z0-9])([A-Z])", "$1 $2").replace('-', ' ').toLowerCase(Locale.ROOT);
    }
}
