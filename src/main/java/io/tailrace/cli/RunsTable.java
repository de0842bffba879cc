package io.tailrace.cli;

import io.tailrace.catalogue.Entry;
import io.tailrace.catalogue.Entry.HeadlineNumber;
import io.tailrace.plan.Metric;
import io.tailrace.report.Figure;
import io.tailrace.report.Grid;
import io.tailrace.scenario.Measure;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Runs of the catalogue as people read them, and as other programs do.
final class RunsTable {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());
    private static final double BILLIONS = 1e-3;
    private static final double PERCENT = 100;

    private RunsTable() {}

    static List<String> lines(List<Entry> entries) {
        var grid = new Grid("run", "state", "started", "paths", "time", "TaaS, $B", "CVaR95", "TaaS − IaaS, $B",
                "P(TaaS < IaaS), %");
        for (Entry entry : entries) {
            grid.row(
                    entry.folder(),
                    figure(entry.state().text()),
                    figure(MINUTE.format(entry.started())),
                    figure(entry.paths() == 0 ? "" : count(entry.paths())),
                    figure(entry.wallSeconds() == 0 ? "" : Durations.text(entry.wallSeconds())),
                    number(entry, Measure.mean(Metric.NPV_TAAS.key())),
                    number(entry, Measure.cvar(95, Metric.NPV_TAAS.key())),
                    number(entry, Measure.mean(Metric.NPV_DIFFERENCE.key())),
                    number(entry, Measure.probability(Metric.TAAS_BELOW_IAAS.key())));
        }
        var lines = new ArrayList<String>(grid.lines());
        lines.add(
                "  Mean NPV and the mean of its worst 5 % (CVaR95); ± half of the 95 % interval of the simulation error.");
        return lines;
    }

    private static Figure number(Entry entry, Measure measure) {
        return entry.headline().stream()
                .filter(number -> number.measure().equals(measure.toString()))
                .map(number -> figure(text(number)))
                .findFirst()
                .orElse(figure(""));
    }

    private static Figure figure(String text) {
        return new Figure(text, "");
    }

    private static String count(long paths) {
        return String.format(Locale.ROOT, "%,d", paths);
    }

    private static boolean isMoney(HeadlineNumber number) {
        return number.unit().equals("$M");
    }

    private static String text(HeadlineNumber number) {
        return Figure.withHalfWidth(number.estimate(), isMoney(number) ? BILLIONS : PERCENT);
    }

    /// A measure with the unit that its number is printed in.
    static String label(HeadlineNumber number) {
        return number.measure() + (isMoney(number) ? ", $B" : ", %");
    }

    /// A number with its interval.
    static Figure figure(HeadlineNumber number) {
        return Figure.scaled(number.estimate(), isMoney(number) ? BILLIONS : PERCENT);
    }

    /// What a run was made from and by, a line each.
    static Map<String, String> facts(Entry entry) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("state", entry.state().text() + (entry.note().isEmpty() ? "" : ": " + entry.note()));
        facts.put("scenario", entry.request().scenario());
        facts.put("changed by", String.join(", ", entry.request().changes()));
        facts.put("scenario SHA-256", entry.request().scenarioSha256());
        facts.put("seed", Long.toString(entry.request().seed()));
        facts.put("sampling", entry.request().sampling());
        facts.put("targets", String.join(", ", entry.request().targets()));
        facts.put("ended because", entry.ended());
        facts.put("paths", count(entry.paths())
                + (entry.paths() == entry.request().limitPaths() ? "" : " of " + count(entry.request().limitPaths())));
        facts.put("started", MINUTE.format(entry.started()));
        facts.put("took", entry.wallSeconds() == 0 ? "" : Durations.text(entry.wallSeconds()));
        facts.put("version", entry.maker().version() + ", commit " + entry.maker().commit() + ", build "
                + entry.maker().build());
        facts.put("machine", entry.maker().machine() + ", " + entry.maker().threads() + " threads");
        facts.put("summary SHA-256", entry.summarySha256());
        facts.values().removeIf(String::isEmpty);
        return facts;
    }

    /// The same for programs; what is not known is null.
    static Map<String, Object> json(Entry entry) {
        var json = new LinkedHashMap<String, Object>();
        json.put("folder", entry.folder());
        json.put("state", entry.state().text());
        json.put("scenario", entry.request().scenario());
        json.put("scenarioSha256", entry.request().scenarioSha256());
        json.put("changes", entry.request().changes());
        json.put("sampling", entry.request().sampling());
        json.put("seed", entry.request().seed());
        json.put("paths", entry.paths());
        json.put("limitPaths", entry.request().limitPaths());
        json.put("targets", entry.request().targets());
        json.put("ended", entry.ended());
        json.put("started", entry.started().toString());
        json.put("wallSeconds", entry.wallSeconds());
        json.put("version", entry.maker().version());
        json.put("commit", entry.maker().commit());
        json.put("build", entry.maker().build());
        json.put("machine", entry.maker().machine());
        json.put("threads", entry.maker().threads());
        json.put("summarySha256", entry.summarySha256());
        json.put("note", entry.note());
        var headline = new LinkedHashMap<String, Object>();
        entry.headline().forEach(number -> headline.put(number.measure(), json(number)));
        json.put("headline", headline);
        return json;
    }

    private static Map<String, Object> json(HeadlineNumber number) {
        var json = new LinkedHashMap<String, Object>();
        json.put("unit", number.unit());
        json.put("value", known(number.value()));
        json.put("low", known(number.low()));
        json.put("high", known(number.high()));
        return json;
    }

    private static Double known(double value) {
        return Double.isFinite(value) ? Double.valueOf(value) : null;
    }
}
