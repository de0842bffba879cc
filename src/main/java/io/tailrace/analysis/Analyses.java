package io.tailrace.analysis;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/// Analyses that are done, in the order in which they are read, with the study that they were made from.
public record Analyses(Study study, SequencedMap<AnalysisKind, Analysis> done) {
    public Analyses {
        done = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(done));
    }

    /// Does them one after the other; `each` hears of every one when it is done.
    public static Analyses of(Study study, List<AnalysisKind> kinds, BiConsumer<AnalysisKind, Analysis> each) {
        var done = new LinkedHashMap<AnalysisKind, Analysis>();
        for (AnalysisKind kind : kinds.stream().sorted().distinct().toList()) {
            Analysis analysis = kind.of(study);
            done.put(kind, analysis);
            each.accept(kind, analysis);
        }
        return new Analyses(study, done);
    }
}
