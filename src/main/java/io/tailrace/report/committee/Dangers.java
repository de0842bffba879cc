package io.tailrace.report.committee;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// What the analyses say could break the case, in short, for page one.
final class Dangers {
    private static final String NPV = "NPV of ";
    private static final int DRIVERS_NAMED = 3;
    private static final int STRESSES = 4;

    private Dangers() {}

    static List<Part> of(StoredFiles files) {
        var parts = new ArrayList<Part>();
        for (JsonNode breach : files.analysis("reverse-stress").path("breaches")) {
            String outcome = breach.path("floor").path("outcome").asString("");
            boolean told = outcome.startsWith(NPV) && (files.sellsTokens() || outcome.endsWith("IaaS"));
            List<JsonNode> drivers = Breaches.clear(breach);
            if (told && !drivers.isEmpty()) {
                parts.add(breach(breach, outcome.substring(NPV.length()), drivers));
            }
        }
        if (files.sellsTokens()) {
            Drivers.widest(files).ifPresent(parts::add);
            WorthKnowing.most(files).ifPresent(parts::add);
        }
        List<JsonNode> cases = Stresses.cases(files);
        if (!cases.isEmpty()) {
            parts.add(hardest(cases));
        }
        return parts;
    }

    /// How often a contract is worth less than its floor, and what sets those futures apart.
    private static Sentence breach(JsonNode breach, String contract, List<JsonNode> drivers) {
        JsonNode floor = breach.path("floor");
        Scale scale = Scale.of(floor.path("unit").asString(""));
        return Sentence.of(contract + " is worth less than ", Cell.bare(floor.path("level"), scale), " in ",
                Cell.said(breach.path("probability"), Scale.PERCENT),
                " of the futures. What sets these apart most: " + drivers.stream()
                        .limit(DRIVERS_NAMED)
                        .map(driver -> Names.lying(driver, driver.path("meanDeviations").path("value").asDouble() < 0))
                        .collect(Collectors.joining(", ")) + ".");
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
