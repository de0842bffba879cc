package io.tailrace.report;

import io.tailrace.engine.Batches;
import io.tailrace.engine.Convergence;
import io.tailrace.engine.Look;
import io.tailrace.engine.Reading;
import io.tailrace.engine.RunResult;
import io.tailrace.scenario.Measure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.util.RawValue;

/// `convergence.json`: the headline numbers and their errors after more and more paths, and in sixteen batches.
final class ConvergenceJson {
    private ConvergenceJson() {}

    static byte[] bytes(Findings findings) {
        RunResult run = findings.run();
        Convergence convergence = run.convergence();
        var root = new LinkedHashMap<String, Object>();
        root.put("verdict", ConvergenceText.sentence(findings.enough(), run.paths()));
        var measures = new LinkedHashMap<String, Object>();
        for (Measure measure : Convergence.HEADLINE) {
            measures.put(measure.toString(), measure(run, measure, convergence.index(measure)));
        }
        root.put("measures", measures);
        return SummaryJson.MAPPER.writeValueAsBytes(root);
    }

    private static Map<String, Object> measure(RunResult run, Measure measure, int index) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("unit", Reading.unit(measure, run.plan()));
        List<RawValue> looks = new ArrayList<>();
        for (Look look : run.convergence().looks()) {
            looks.add(look(look.paths(), look.readings().get(index)));
        }
        entry.put("looks", looks);
        run.convergence().batches().ifPresent(batches -> entry.put("batches", batches(batches, index)));
        return entry;
    }

    private static RawValue look(long paths, Reading reading) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("paths", paths);
        entry.putAll(SummaryJson.fields(reading.estimate()));
        if (reading.thin()) {
            entry.put("fewerThan100PathsInTail", true);
        }
        return SummaryJson.oneLine(entry);
    }

    private static Map<String, Object> batches(Batches batches, int index) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("pathsEach", batches.pathsEach());
        entry.put("mean", SummaryJson.estimate(batches.mean(index)));
        entry.put("values", SummaryJson.oneLine(batches.values().get(index)));
        return entry;
    }
}
