package io.tailrace.report;

import io.tailrace.analysis.Waterfall;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Unit;
import io.tailrace.scenario.Measure;
import io.tailrace.scenario.ScenarioChanges.Change;
import io.tailrace.summary.Estimate;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.util.RawValue;

/// A waterfall between two scenarios as a table in characters, or as JSON.
public final class WaterfallText {
    private static final String ROW = "%-40s%-24s%-24s%-24s%-24s";
    private static final int LONGEST_VALUE = 60;
    private static final int LONGEST_LABEL = 38;
    /// What is smaller is rounding: in $M, a dollar.
    private static final double NO_MONEY = 1e-6;
    private static final double NO_PROBABILITY = 1e-12;
    private static final List<Measure> SHOWN = List.of(
            Measure.mean(Metric.NPV_TAAS.key()),
            Measure.mean(Metric.NPV_IAAS.key()),
            Measure.mean(Metric.NPV_DIFFERENCE.key()),
            Measure.cvar(95, Metric.NPV_TAAS.key()),
            Measure.cvar(95, Metric.NPV_IAAS.key()),
            Measure.cvar(95, Metric.NPV_DIFFERENCE.key()),
            Measure.probability(Metric.TAAS_BELOW_IAAS.key()));

    private WaterfallText() {}

    /// @param from what the first scenario is called
    /// @param to what the second is called
    public static List<String> lines(Waterfall waterfall, String from, String to) {
        var lines = new ArrayList<String>();
        if (waterfall.steps().isEmpty()) {
            lines.add("No assumption differs between " + from + " and " + to + ".");
            return lines;
        }
        lines.add("From " + from + " to " + to + ": what each change does, averaged over all orders of making them ("
                + how(waterfall) + ").");
        assumptions(lines, waterfall);
        table(lines, waterfall, from, to, SHOWN.subList(0, 4), "mean NPV, $B", "TaaS", "IaaS", "TaaS − IaaS",
                "CVaR95, TaaS");
        table(lines, waterfall, from, to, SHOWN.subList(4, 7), "CVaR95 of NPV, $B", "IaaS", "TaaS − IaaS",
                "P(TaaS < IaaS), %", "");
        return lines;
    }

    /// A scenario or result between which and another the waterfall runs.
    ///
    /// @param sha256 of the scenario with all changes in it
    public record Side(String name, String sha256) {}

    /// Everything, in full precision; `level` is where a step leads to, which from the first to the last adds up.
    public static List<String> json(Waterfall waterfall, Side from, Side to) {
        var root = new LinkedHashMap<String, Object>();
        root.put("from", from.name());
        root.put("fromSha256", from.sha256());
        root.put("to", to.name());
        root.put("toSha256", to.sha256());
        root.put("paths", waterfall.paths());
        root.put("scenariosRun", waterfall.runs());
        root.put("ordersSampled", waterfall.orders());
        var steps = new ArrayList<Map<String, Object>>();
        double[] level = new double[waterfall.measures().size()];
        steps.add(step(waterfall, "from", List.of(), waterfall.from(), level));
        waterfall.steps()
                .forEach(step -> steps.add(step(waterfall, step.group(), step.changes(), step.effects(), level)));
        steps.add(step(waterfall, "to", List.of(), waterfall.to(), new double[level.length]));
        root.put("steps", steps);
        return new String(SummaryJson.MAPPER.writeValueAsBytes(root), StandardCharsets.UTF_8).lines().toList();
    }

    private static String how(Waterfall waterfall) {
        return String.format(
                Locale.ROOT, "%,d scenarios on the same %,d paths%s", waterfall.runs(), waterfall.paths(),
                waterfall.orders() == 0 ? "" : "; " + waterfall.orders() + " orders stand for all");
    }

    private static void assumptions(List<String> lines, Waterfall waterfall) {
        for (Waterfall.Step step : waterfall.steps()) {
            for (Change change : step.changes()) {
                lines.add("  " + change.key() + ": " + value(change.from()) + " → " + value(change.to()));
            }
        }
    }

    private static String value(String json) {
        String plain = json.replace("\"", "");
        return plain.isEmpty()
                ? "none"
                : plain.length() > LONGEST_VALUE ? plain.substring(0, LONGEST_VALUE) + "…" : plain;
    }

    private static void table(
            List<String> lines, Waterfall waterfall, String from, String to, List<Measure> shown, String... heads) {
        lines.add("");
        lines.add(String.format(ROW, (Object[]) heads).stripTrailing());
        lines.add(row(waterfall, "  " + from, waterfall.from(), shown));
        for (Waterfall.Step step : waterfall.steps()) {
            lines.add(row(waterfall, "    " + step.group(), step.effects(), shown));
        }
        lines.add(row(waterfall, "  " + to, waterfall.to(), shown));
    }

    private static String row(Waterfall waterfall, String label, List<Estimate> estimates, List<Measure> shown) {
        Object[] cells = {shortened(label), "", "", "", ""};
        for (int i = 0; i < shown.size(); i++) {
            Measure measure = shown.get(i);
            Estimate estimate = estimates.get(waterfall.measures().indexOf(measure));
            cells[i + 1] = cell(measure, estimate);
        }
        return String.format(ROW, cells).stripTrailing();
    }

    /// The end of a long path tells more than its start.
    private static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : "  …" + label.substring(label.length() - LONGEST_LABEL + 3);
    }

    private static String cell(Measure measure, Estimate estimate) {
        boolean probability = measure.statistic() == Measure.Statistic.probability;
        if (Math.abs(estimate.value()) < (probability ? NO_PROBABILITY : NO_MONEY)) {
            return "0";
        }
        return (probability ? Figure.of(estimate, Unit.SHARE) : Figure.billions(estimate)).text();
    }

    private static Map<String, Object> step(
            Waterfall waterfall, String name, List<Change> changes, List<Estimate> estimates, double[] level) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("step", name);
        if (!changes.isEmpty()) {
            entry.put("changes", changes.stream().map(WaterfallText::change).toList());
        }
        var levels = new LinkedHashMap<String, Object>();
        for (int m = 0; m < estimates.size(); m++) {
            String measure = waterfall.measures().get(m).toString();
            entry.put(measure, SummaryJson.estimate(estimates.get(m)));
            level[m] += estimates.get(m).value();
            levels.put(measure, level[m]);
        }
        entry.put("level", SummaryJson.oneLine(levels));
        return entry;
    }

    private static RawValue change(Change change) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("key", change.key());
        entry.put("from", change.from());
        entry.put("to", change.to());
        return SummaryJson.oneLine(entry);
    }
}
