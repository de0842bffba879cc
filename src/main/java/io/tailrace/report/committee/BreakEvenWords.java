package io.tailrace.report.committee;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// How far demand must fall for good before both contracts are worth the same, where the analysis `break-even` says it.
final class BreakEvenWords {
    private BreakEvenWords() {}

    static List<Part> sentences(StoredFiles files) {
        var sentences = new ArrayList<Part>();
        for (JsonNode row : files.analysis("break-even").path("levers")) {
            JsonNode at = row.path("mean").path("at");
            if (row.path("lever").asString("").equals("demand-loss") && at.path("value").isNumber()) {
                sentences.add(Sentence.of("Demand would have to fall by ", Cell.said(at, Scale.PERCENT),
                        " for good to make both worth the same on average."));
            }
        }
        return sentences;
    }
}
