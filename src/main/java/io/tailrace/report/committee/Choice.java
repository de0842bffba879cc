package io.tailrace.report.committee;

import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What to sign: which contract the numbers speak for, what would be safer, and what would turn it.
final class Choice {
    private Choice() {}

    /// What the numbers speak for: by the average, and by the worst 5 %.
    static List<Part> of(StoredFiles files) {
        Estimate difference = estimate(files.metric("npvDifference").path("mean"));
        if (Double.isNaN(difference.low())) {
            return List.of(Sentence.of("Too few futures were simulated to tell."));
        }
        int byMean = difference.low() > 0 ? 1 : difference.high() < 0 ? -1 : 0;
        Estimate taas = estimate(files.metric("npvTaas").path("cvar").path("0.95"));
        Estimate iaas = estimate(files.metric("npvIaas").path("cvar").path("0.95"));
        int byTail = taas.low() > iaas.high() ? 1 : iaas.low() > taas.high() ? -1 : 0;
        var parts = new ArrayList<Part>();
        parts.add(Sentence.of(advice(byMean, byTail), " Mean NPV: TaaS ", mean(files, "npvTaas"), ", IaaS ",
                mean(files, "npvIaas"),
                "; in its own worst 5 % of futures TaaS averages ", cvar(files, "npvTaas"), " and IaaS ",
                cvar(files, "npvIaas"), "."));
        JsonNode safest = CapacityAndMix.safest(files);
        double share = safest.path("at").path("value").asDouble(0);
        if (share > 0 && share < 1) {
            parts.add(Sentence.of("Safer than either is a mix: with ", Cell.said(safest.path("at"), Scale.PERCENT),
                    " of the megawatts on tokens and the rest let, the worst 5 % of futures average ",
                    Cell.said(safest.path("cvar95Million"), Scale.BILLIONS), ", at a mean NPV of ",
                    Cell.said(safest.path("meanMillion"), Scale.BILLIONS), "."));
        }
        Frontiers.turningPoints(files).ifPresent(parts::add);
        return parts;
    }

    /// @param byMean 1 where TaaS is worth more on average, −1 where IaaS is, 0 where neither is beyond error
    /// @param byTail the same in the worst 5 % of futures
    static String advice(int byMean, int byTail) {
        if (byMean == 0 && byTail == 0) {
            return "The numbers speak for neither contract: within the error they are worth the same.";
        }
        if (byMean == byTail) {
            return "The numbers speak for " + contract(byMean)
                    + ": it is worth more on average, and more in the worst 5 % of futures too.";
        }
        if (byTail == 0) {
            return "The numbers speak for " + contract(byMean)
                    + ": it is worth more on average, and in the worst 5 % of futures no less, within the error.";
        }
        return byMean == 0
                ? "On average both are worth the same, within the error; in the worst 5 % of futures "
                        + contract(byTail)
                        + " is worth more."
                : "On average " + contract(byMean) + " is worth more, in the worst 5 % of futures " + contract(byTail)
                        + ": whoever can bear the bad futures signs the first, whoever cannot the second or a mix.";
    }

    private static String contract(int sign) {
        return sign > 0 ? "selling by the token (TaaS)" : "leasing (IaaS)";
    }

    private static Cell mean(StoredFiles files, String metric) {
        return Cell.said(files.metric(metric).path("mean"), Scale.BILLIONS);
    }

    private static Cell cvar(StoredFiles files, String metric) {
        return Cell.said(files.metric(metric).path("cvar").path("0.95"), Scale.BILLIONS);
    }

    static Estimate estimate(JsonNode node) {
        double value = node.path("value").asDouble(Double.NaN);
        return new Estimate(value, node.path("standardError").asDouble(Double.NaN),
                node.path("low").asDouble(Double.NaN), node.path("high").asDouble(Double.NaN));
    }
}
