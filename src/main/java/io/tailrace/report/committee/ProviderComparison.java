package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The providers side by side and the swap of their mixes: the analysis `providers`.
final class ProviderComparison {
    private static final Scale POINTS = new Scale(100, "points");

    private ProviderComparison() {}

    static Section section(StoredFiles files) {
        JsonNode found = files.analysis("providers");
        var parts = new ArrayList<Part>();
        List<JsonNode> rows = found.path("providers").valueStream().toList();
        if (!rows.isEmpty()) {
            parts.add(margins(rows));
            parts.add(odds(rows));
            parts.add(opening(rows));
        }
        List<JsonNode> swaps =
                found.path("swaps").valueStream().filter(swap -> !swap.path("margins").isEmpty()).toList();
        if (!swaps.isEmpty()) {
            parts.add(swaps(swaps, rows));
        }
        return new Section("providers", "The providers, and what another's mix would do", parts);
    }

    private static Chart margins(List<JsonNode> rows) {
        var table = new Table("margins of the providers", "provider", "TaaS, EBIT margin over the term, %",
                "IaaS, EBIT margin over the term, %", "whole provider, EBIT margin in the last quarter, %");
        rows.forEach(row -> table.row(Cell.of(name(row)), Cell.of(row.path("taasMargin"), Scale.PERCENT),
                Cell.of(row.path("iaasMargin"), Scale.PERCENT),
                Cell.of(row.path("providerMarginAtEnd"), Scale.PERCENT)));
        Comparator<JsonNode> byMargin =
                Comparator.comparingDouble(row -> row.path("taasMargin").path("value").asDouble());
        JsonNode best = rows.stream().max(byMargin).orElseThrow();
        JsonNode least = rows.stream().min(byMargin).orElseThrow();
        return Chart.flat(
                Sentence.of("Tokens earn the highest margin at " + name(best) + ", ",
                        Cell.bare(best.path("taasMargin"), Scale.PERCENT), ", and the lowest at " + name(least) + ", ",
                        Cell.bare(least.path("taasMargin"), Scale.PERCENT)),
                "EBIT over revenue, both discounted over the whole term, of either contract on a provider's megawatts, and of"
                        + " the provider as a whole in the last quarter. *: sells no tokens today; TaaS is a what-if on the"
                        + " megawatts of its master lease.",
                Axis.of("EBIT margin", Scale.PERCENT),
                List.of(Series.of("TaaS", Shape.DOT, Tone.TAAS, 1), Series.of("IaaS", Shape.DOT, Tone.IAAS, 2),
                        Series.of("whole provider, last quarter", Shape.DOT, Tone.PLAIN, 3)),
                rows.size(),
                table);
    }

    private static Chart odds(List<JsonNode> rows) {
        var headers = new ArrayList<>(List.of("provider", "probability that TaaS is worth less, %"));
        for (String contract : List.of("TaaS", "IaaS", "TaaS − IaaS")) {
            List.of("mean", "P5", "CVaR95")
                    .forEach(measure -> headers.add("NPV of " + contract + ", " + measure + ", $B"));
        }
        var table = new Table("NPVs of the providers", headers.toArray(String[]::new));
        for (JsonNode row : rows) {
            JsonNode npv = row.path("npv");
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(name(row)));
            cells.add(Cell.of(npv.path("probabilityTaasBelowIaas"), Scale.PERCENT));
            for (String contract : List.of("taasMillion", "iaasMillion", "differenceMillion")) {
                List.of("mean", "p5", "cvar95").forEach(
                        measure -> cells.add(Cell.of(npv.path(contract).path(measure), Scale.BILLIONS)));
            }
            table.row(cells);
        }
        JsonNode first = rows.getFirst();
        return Chart.flat(
                Sentence.of("TaaS is worth less than IaaS in ",
                        Cell.bare(first.path("npv").path("probabilityTaasBelowIaas"), Scale.PERCENT),
                        " of the futures of " + name(first)),
                "How often leasing the same megawatts would have been better. The table has the NPVs, which differ in size"
                        + " since the providers do. Whiskers: 95 % interval.",
                Axis.of("futures in which TaaS is worth less", Scale.PERCENT),
                List.of(Series.of("TaaS worth less than IaaS", Shape.DOT, Tone.DIFFERENCE, 1)),
                rows.size(),
                table);
    }

    private static Table opening(List<JsonNode> rows) {
        var table = new Table("opening quarter of the providers, computed", "provider", "revenue, $B", "AI of it, %",
                "TaaS of AI, %", "EBIT margin, %", "EBIT margin of TaaS, %", "EBIT margin of IaaS, %");
        for (JsonNode row : rows) {
            JsonNode opening = row.path("opening");
            var cells = new ArrayList<Cell>();
            cells.add(Cell.of(name(row)));
            cells.add(Cell.of(opening.path("revenueMillion"), Scale.BILLIONS));
            for (String key : List.of("aiShareOfRevenue", "taasShareOfAi", "providerMargin", "taasMargin",
                    "iaasMargin")) {
                cells.add(Cell.of(opening.path(key), Scale.PERCENT));
            }
            table.row(cells);
        }
        return table;
    }

    private static Chart swaps(List<JsonNode> swaps, List<JsonNode> rows) {
        var table = new Table("swap test", "whose mix, and when", "EBIT margin before, %", "EBIT margin after, %",
                "change, points", "TaaS of AI at first, before, %", "TaaS of AI at first, after, %");
        for (JsonNode swap : swaps) {
            for (JsonNode margin : swap.path("margins")) {
                table.row(Cell.of(swapped(swap, rows) + ", " + margin.path("quarter").asString("")),
                        Cell.of(margin.path("before"), Scale.PERCENT), Cell.of(margin.path("after"), Scale.PERCENT),
                        Cell.of(margin.path("change"), POINTS),
                        Cell.of(swap.path("taasShareOfAi").path("before"), Scale.PERCENT),
                        Cell.of(swap.path("taasShareOfAi").path("after"), Scale.PERCENT));
            }
        }
        JsonNode first = swaps.getFirst();
        JsonNode margin = first.path("margins").path(0);
        return Chart.flat(
                Sentence.of(swapped(first, rows) + ": its EBIT margin in " + margin.path("quarter").asString("")
                        + " changes by ", Cell.bare(margin.path("change"), POINTS)),
                "The swap test: a provider's token sales made as large a share of its AI revenue as another's are, the other"
                        + " megawatts leased at its own rent. Each bar runs from the whole provider's margin as it is (hollow"
                        + " end) to that with the other's mix (dot).",
                Axis.of("EBIT margin of the whole provider", Scale.PERCENT),
                List.of(Series.of("from its own mix to the other's", Shape.SPAN, Tone.PLAIN, 1, 2)),
                table.rows().size(),
                table);
    }

    private static String swapped(JsonNode swap, List<JsonNode> rows) {
        return called(swap.path("provider"), rows) + " with the mix of " + called(swap.path("mixOf"), rows);
    }

    private static String called(JsonNode scenario, List<JsonNode> rows) {
        return rows.stream()
                .filter(row -> row.path("scenario").equals(scenario))
                .map(row -> row.path("provider").asString(""))
                .findFirst()
                .orElse(scenario.asString(""));
    }

    private static String name(JsonNode row) {
        return row.path("provider").asString("") + (row.path("sellsTokens").asBoolean(true) ? "" : " *");
    }
}
