package io.tailrace.report.committee;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What the analyses say could break the case, in short, for page one.
final class Dangers {
    private static final int DRIVERS_NAMED = 3;
    private static final int STRESSES = 4;

    private Dangers() {}

    static List<Part> of(StoredFiles files) {
        var parts = new ArrayList<Part>();
        for (JsonNode breach : files.analysis("reverse-stress").path("breaches")) {
            String outcome = breach.path("floor").path("outcome").asString("");
            boolean told = outcome.startsWith("NPV") && (files.sellsTokens() || outcome.endsWith("IaaS"));
            List<JsonNode> drivers = Breaches.clear(breach);
            if (told && !drivers.isEmpty()) {
                var cells = new ArrayList<>(Breaches.floor(breach).cells());
                cells.add(Cell.of(": in "));
                cells.add(Cell.said(breach.path("probability"), Scale.PERCENT));
                cells.add(Cell.of(" of the futures. Furthest from usual there: " + drivers.stream()
                        .limit(DRIVERS_NAMED)
                        .map(driver -> Names.driver(driver) + side(driver))
                        .collect(Collectors.joining(", ")) + "."));
                parts.add(new Sentence(cells, false));
            }
        }
        Drivers.widest(files).filter(_ -> files.sellsTokens()).ifPresent(parts::add);
        List<JsonNode> cases = Stresses.cases(files);
        if (!cases.isEmpty()) {
            parts.add(hardest(cases));
        }
        return parts;
    }

    private static String side(JsonNode driver) {
        return driver.path("meanDeviations").path("value").asDouble() < 0 ? " (low)" : " (high)";
    }

    private static Table hardest(List<JsonNode> cases) {
        var table = new Table("the stresses that are hardest on TaaS against IaaS", "if", "mean NPV of TaaS then, $B",
                "of IaaS, $B", "TaaS − IaaS, $B", "P(TaaS < IaaS), %");
        for (JsonNode one : cases.subList(0, Math.min(STRESSES, cases.size()))) {
            JsonNode level = one.path("level");
            table.row(Cell.of(Stresses.title(one)), Cell.of(level.path("taasMillion").path("mean"), Scale.BILLIONS),
                    Cell.of(level.path("iaasMillion").path("mean"), Scale.BILLIONS),
                    Cell.of(level.path("differenceMillion").path("mean"), Scale.BILLIONS),
                    Cell.of(level.path("probabilityTaasBelowIaas"), Scale.PERCENT));
        }
        return table;
    }
}
