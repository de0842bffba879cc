package io.tailrace.report.committee;

import io.tailrace.report.NightRecord;
import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import io.tailrace.report.committee.CommitteeReport.Format;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/// What a night of runs came to, for the morning: breaches and failures first, then figures, precision and what changed.
///
/// Made from `overnight.json` alone.
public final class MorningReport {
    private final JsonNode night;

    private MorningReport(JsonNode night) {
        this.night = night;
    }

    /// Writes `report.html` and `report.md` beside the night's file.
    public static void write(Path folder) throws IOException {
        CommitteeReport report =
                new MorningReport(StoredFiles.json(folder.resolve(NightRecord.FILE))).report();
        for (Format format : List.of(Format.HTML, Format.MD)) {
            CommitteeReport.write(report, folder.resolve(format.file()), format);
        }
    }

    private CommitteeReport report() {
        String title = text(night, "title").isEmpty() ? text(night, "batch") : text(night, "title");
        String subtitle = String.format(
                Locale.ROOT, "%s: %d jobs, %s, from %s to %s UTC", text(night, "batch"), night.path("jobs").size(),
                text(night, "budget"), moment("started"), moment("ended"));
        List<Section> sections = List.of(decision(), changes());
        return new CommitteeReport(
                title, subtitle, sections.stream().filter(section -> !section.parts().isEmpty()).toList());
    }

    /// What ran, what it says, how well that is known, and what must be looked at.
    private Section decision() {
        var parts = new ArrayList<Part>();
        alarms(parts);
        parts.add(figures());
        parts.add(Sentence.of(
                "The precision reached: the error, half the 95 % interval, over what was asked for. At 1 or less the target holds."));
        parts.add(precision());
        Table limits = limits();
        if (!limits.isEmpty()) {
            parts.add(Sentence.of("The limits, and the value held against each:"));
            parts.add(limits);
        }
        return new Section("decision", "The night", parts);
    }

    private void alarms(List<Part> parts) {
        for (JsonNode job : night.path("jobs")) {
            for (JsonNode limit : job.path("limits")) {
                if (limit.path("breached").asBoolean(false)) {
                    boolean error = text(limit, "verdict").contains("within error");
                    parts.add(
                            Sentence.lead("LIMIT BREACHED by ", text(job, "job"), error ? ", within the error: " : ": ",
                                    text(limit, "limit"), " is ",
                                    Cell.said(limit.path("estimate"), Scale.of(text(limit, "unit"))), "."));
                }
            }
        }
        for (JsonNode job : night.path("jobs")) {
            if (!text(job, "failure").isEmpty()) {
                parts.add(Sentence.lead("FAILED: ", text(job, "job"), ": ", text(job, "failure"), "."));
            }
        }
        if (parts.isEmpty()) {
            parts.add(Sentence.lead("Every job has its result, and no limit is breached."));
        }
    }

    private Chart figures() {
        var table = new Table("results", "job", "paths", "mean NPV of TaaS, $B", "mean NPV of IaaS, $B",
                "mean of TaaS − IaaS, $B", "CVaR95 of TaaS, $B", "CVaR95 of IaaS, $B", "P(TaaS < IaaS), %");
        for (JsonNode job : night.path("jobs")) {
            JsonNode numbers = job.path("headline");
            table.row(new Cell.Link(text(job, "job"), "./" + text(job, "folder") + "/"),
                    Cell.of(count(job.path("paths"))),
                    Cell.of(numbers.path("mean(npvTaas)"), Scale.BILLIONS),
                    Cell.of(numbers.path("mean(npvIaas)"), Scale.BILLIONS),
                    Cell.of(numbers.path("mean(npvDifference)"), Scale.BILLIONS),
                    Cell.of(numbers.path("cvar95(npvTaas)"), Scale.BILLIONS),
                    Cell.of(numbers.path("cvar95(npvIaas)"), Scale.BILLIONS),
                    Cell.of(numbers.path("probability(taasBelowIaas)"), Scale.PERCENT));
        }
        return Chart.flat(
                found(),
                "Mean NPV of EBIT of either contract and of their difference, a row to a job. Right of 0 TaaS − IaaS speaks for"
                        + " selling by the token, left of it for leasing. Whiskers: 95 % interval of the simulation error.",
                Axis.of("mean NPV", Scale.BILLIONS),
                List.of(Series.of("TaaS", Shape.DOT, Tone.TAAS, 2), Series.of("IaaS", Shape.DOT, Tone.IAAS, 3),
                        Series.of("TaaS − IaaS", Shape.DOT, Tone.DIFFERENCE, 4)),
                table.rows().size(),
                table);
    }

    /// In which jobs TaaS is ahead most and least.
    private Sentence found() {
        List<JsonNode> known = night.path("jobs").valueStream()
                .filter(job -> difference(job).path("value").isNumber())
                .sorted(Comparator.comparingDouble(job -> difference(job).path("value").asDouble()))
                .toList();
        if (known.size() < 2) {
            return Sentence.of("What each job says");
        }
        return Sentence.of("TaaS − IaaS on average: highest in " + text(known.getLast(), "job") + ", ",
                Cell.bare(difference(known.getLast()), Scale.BILLIONS),
                ", lowest in " + text(known.getFirst(), "job") + ", ",
                Cell.bare(difference(known.getFirst()), Scale.BILLIONS));
    }

    private static JsonNode difference(JsonNode job) {
        return job.path("headline").path("mean(npvDifference)");
    }

    private Table precision() {
        var table = new Table("precision reached", "job", "paths", "target", "error over what was asked", "state");
        for (JsonNode job : night.path("jobs")) {
            for (JsonNode target : job.path("targets")) {
                table.row(Cell.of(text(job, "job")), Cell.of(count(job.path("paths"))),
                        Cell.of(text(target, "target")), Cell.of(target.path("relative"), Scale.PLAIN),
                        Cell.of(target.path("holds").asBoolean(false) ? "holds" : "not met"));
            }
        }
        return table;
    }

    private Table limits() {
        var table = new Table("limits", "job", "limit", "verdict", "value");
        for (JsonNode job : night.path("jobs")) {
            for (JsonNode limit : job.path("limits")) {
                table.row(Cell.of(text(job, "job")), Cell.of(text(limit, "limit")), Cell.of(text(limit, "verdict")),
                        Cell.said(limit.path("estimate"), Scale.of(text(limit, "unit"))));
            }
        }
        return table;
    }

    /// Since the night before: figures side by side, and a waterfall for each job whose assumptions changed.
    private Section changes() {
        var parts = new ArrayList<Part>();
        var table = new Table("since last night", "job", "paths then", "TaaS − IaaS then, $B",
                "TaaS − IaaS now, $B", "CVaR95 of TaaS then, $B", "CVaR95 of TaaS now, $B", "assumptions");
        for (JsonNode job : night.path("jobs")) {
            JsonNode change = job.path("change");
            if (change.isMissingNode()) {
                continue;
            }
            int steps = change.path("waterfall").path("steps").size();
            table.row(Cell.of(text(job, "job")), Cell.of(count(change.path("paths"))),
                    Cell.of(change.path("headline").path("mean(npvDifference)"), Scale.BILLIONS),
                    Cell.of(job.path("headline").path("mean(npvDifference)"), Scale.BILLIONS),
                    Cell.of(change.path("headline").path("cvar95(npvTaas)"), Scale.BILLIONS),
                    Cell.of(job.path("headline").path("cvar95(npvTaas)"), Scale.BILLIONS),
                    Cell.of(steps == 0 ? "unchanged" : "changed, see below"));
        }
        if (table.isEmpty()) {
            return new Section("changes", "Since last night",
                    List.of(Sentence.of("There is no earlier night of these jobs to compare with.")));
        }
        parts.add(table);
        for (JsonNode job : night.path("jobs")) {
            if (job.path("change").has("waterfall")) {
                parts.add(Sentence.of("What changed in ", text(job, "job"),
                        ", step by step: the effect of each assumption"
                                + " on the same futures, averaged over all orders of changing them."));
                parts.add(waterfall(job));
            }
        }
        return new Section("changes", "Since last night", parts);
    }

    private static Table waterfall(JsonNode job) {
        var table = new Table("what changed in " + text(job, "job"), "step", "assumption", "mean of TaaS, $B",
                "mean of IaaS, $B", "mean of TaaS − IaaS, $B", "CVaR95 of TaaS, $B", "CVaR95 of IaaS, $B");
        JsonNode waterfall = job.path("change").path("waterfall");
        for (JsonNode step : waterfall.path("steps")) {
            String name = text(step, "step");
            table.row(
                    Cell.of(switch (name) {
                        case "from" -> "last night";
                        case "to" -> "tonight";
                        default -> name;
                    }),
                    Cell.of(changed(step)),
                    Cell.of(step.path("mean(npvTaas)"), Scale.BILLIONS),
                    Cell.of(step.path("mean(npvIaas)"), Scale.BILLIONS),
                    Cell.of(step.path("mean(npvDifference)"), Scale.BILLIONS),
                    Cell.of(step.path("cvar95(npvTaas)"), Scale.BILLIONS),
                    Cell.of(step.path("cvar95(npvIaas)"), Scale.BILLIONS));
        }
        return table;
    }

    private static String changed(JsonNode step) {
        var changes = new ArrayList<String>();
        for (JsonNode change : step.path("changes")) {
            changes.add(said(change, "from") + " → " + said(change, "to"));
        }
        return String.join("; ", changes);
    }

    private static String said(JsonNode change, String side) {
        String text = text(change, side).replace("\"", "");
        return text.isEmpty() ? "none" : text;
    }

    private String moment(String key) {
        return text(night, key).replace('T', ' ').replaceFirst(":\\d\\dZ$", "");
    }

    private static String count(JsonNode number) {
        return String.format(Locale.ROOT, "%,d", number.asLong());
    }

    private static String text(JsonNode node, String key) {
        return node.path(key).asString("");
    }
}
