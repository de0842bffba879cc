package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// What bad news does: the analysis `stress`, and others that ask what could break the case.
final class Stresses {
    private Stresses() {}

    static Section section(StoredFiles files) {
        var parts = new ArrayList<Part>();
        List<JsonNode> cases = cases(files);
        if (!cases.isEmpty()) {
            parts.add(chart(cases));
        }
        Breaches.add(files, parts);
        return new Section("stresses", "What could go wrong", parts);
    }

    /// From the one that is hardest on TaaS against IaaS.
    static List<JsonNode> cases(StoredFiles files) {
        return files.analysis("stress").path("cases").valueStream()
                .sorted(Comparator.comparingDouble(one -> value(one, "differenceMillion")))
                .toList();
    }

    private static Chart chart(List<JsonNode> cases) {
        var table = new Table("stresses", "stress", "mean of TaaS, change, $B", "mean of IaaS, change, $B",
                "mean of TaaS − IaaS, change, $B", "mean of TaaS − IaaS then, $B", "P5 of TaaS, change, $B",
                "P5 of IaaS, change, $B", "CVaR95 of TaaS, change, $B", "CVaR95 of IaaS, change, $B");
        for (JsonNode one : cases) {
            table.row(Cell.of(title(one)), change(one, "taasMillion", "mean"), change(one, "iaasMillion", "mean"),
                    change(one, "differenceMillion", "mean"),
                    Cell.of(one.path("level").path("differenceMillion").path("mean"), Scale.BILLIONS),
                    change(one, "taasMillion", "p5"), change(one, "iaasMillion", "p5"),
                    change(one, "taasMillion", "cvar95"), change(one, "iaasMillion", "cvar95"));
        }
        JsonNode worst = cases.getFirst().path("change").path("differenceMillion").path("mean");
        return Chart.flat(
                Sentence.of("TaaS loses most against IaaS, ", Cell.bare(worst, Scale.BILLIONS),
                        " on average, under this stress: ",
                        title(cases.getFirst())),
                "Each row is one stress, on the same futures as the scenario: how far it moves the mean NPV of either contract"
                        + " from where it is without. Left of zero is a loss. Whiskers: 95 % interval.",
                Axis.of("change of mean NPV", Scale.BILLIONS),
                List.of(Series.of("TaaS", Shape.DOT, Tone.TAAS, 1), Series.of("IaaS", Shape.DOT, Tone.IAAS, 2)),
                cases.size(),
                table);
    }

    /// What it is, in words.
    static String title(JsonNode one) {
        String title = one.path("title").asString("");
        return title.isEmpty() ? one.path("name").asString("") : title.replaceFirst("\\.$", "");
    }

    private static Cell change(JsonNode one, String contract, String measure) {
        return Cell.of(one.path("change").path(contract).path(measure), Scale.BILLIONS);
    }

    private static double value(JsonNode one, String contract) {
        return one.path("change").path(contract).path("mean").path("value").asDouble();
    }
}
