package io.tailrace.report;

import io.tailrace.analysis.PathCauses;
import io.tailrace.plan.Quantity;
import io.tailrace.report.PathStory.Line;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Paths' stories for other programs, in full precision.
public final class PathStoryFiles {
    private static final List<Quantity> BRIEF = List.of(
            Quantity.DEMAND, Quantity.BUSINESS_MW, Quantity.BUSINESS_LATE_MW, Quantity.PRICE, Quantity.SPOT,
            Quantity.ALIVE,
            Quantity.TAAS_REVENUE, Quantity.TAAS_EBIT, Quantity.TAAS_MARGIN, Quantity.IAAS_REVENUE, Quantity.IAAS_EBIT,
            Quantity.IAAS_MARGIN);

    private PathStoryFiles() {}

    /// A line for each number: RFC 4180, quarter and t empty where it belongs to the whole path. A path begins with what
    /// lowered it most, each in words with what it would gain on average had that alone been drawn again.
    public static List<String> csv(List<PathStory> stories) {
        var lines = new ArrayList<String>();
        lines.add("path,section,name,unit,quarter,t,value");
        for (PathStory story : stories) {
            String unit = story.plan().unitOfMetric(story.causes().metric()).text();
            for (PathCauses.Cause cause : story.causes().named()) {
                lines.add(String.join(",", Long.toString(story.replay().number()), "causes",
                        CsvCell.of(PathStoryWords.what(story, cause)), CsvCell.of(unit), "", "",
                        Double.toString(cause.gain().value())));
            }
            for (Line line : story.lines()) {
                String start = String.join(",", Long.toString(story.replay().number()), CsvCell.of(line.section()),
                        CsvCell.of(line.name()), CsvCell.of(line.unit()));
                for (int t = 0; t < line.values().length; t++) {
                    String quarter = line.isOfWholePath() ? "," : story.plan().label(t) + "," + t;
                    double value = line.values()[t];
                    lines.add(start + "," + quarter + "," + (Double.isNaN(value) ? "" : Double.toString(value)));
                }
            }
        }
        return lines;
    }

    /// An array with an object for each path.
    public static List<String> json(List<PathStory> stories) {
        byte[] bytes = SummaryJson.MAPPER.writeValueAsBytes(stories.stream().map(PathStoryFiles::tree).toList());
        return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    }

    private static Map<String, Object> tree(PathStory story) {
        var root = new LinkedHashMap<String, Object>();
        root.put("scenario", story.plan().name());
        root.put("path", story.replay().number());
        root.put("metric", story.causes().metric());
        root.put("value", story.causes().value());
        root.put("causes", story.causes().named().stream().map(cause -> cause(story, cause)).toList());
        root.put("quarters", labels(story));
        for (Line line : story.lines()) {
            section(root, line.section()).put(line.name(), line(line));
        }
        return root;
    }

    /// What is told of a path where it stands among other findings: what made it bad, and what it earned by quarter.
    static Map<String, Object> brief(PathStory story) {
        var root = new LinkedHashMap<String, Object>();
        root.put("path", story.replay().number());
        root.put("metric", story.causes().metric());
        root.put("value", story.causes().value());
        root.put("causes", story.causes().named().stream().map(cause -> cause(story, cause)).toList());
        var quarters = new ArrayList<Object>();
        for (int t = 1; t <= story.plan().quarters(); t++) {
            var quarter = new LinkedHashMap<String, Object>();
            quarter.put("quarter", story.plan().label(t));
            quarter.put("regimeName", PathStoryWords.regime(story, t));
            for (Quantity quantity : BRIEF) {
                quarter.put(quantity.key(), number(story.replay().at(quantity, t)));
            }
            quarters.add(SummaryJson.oneLine(quarter));
        }
        root.put("quarters", quarters);
        return root;
    }

    private static Map<String, Object> cause(PathStory story, PathCauses.Cause cause) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("driver", cause.driver().key());
        entry.put("what", PathStoryWords.what(story, cause));
        entry.put("gain", SummaryJson.estimate(cause.gain()));
        return entry;
    }

    private static Object line(Line line) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("unit", line.unit());
        if (line.isOfWholePath()) {
            entry.put("value", number(line.values()[0]));
        } else {
            entry.put("values", Arrays.stream(line.values()).mapToObj(PathStoryFiles::number).toList());
        }
        return SummaryJson.oneLine(entry);
    }

    /// Infinity in words, since JSON has none: a project that never comes.
    private static Object number(double value) {
        return Double.isNaN(value) ? null : Double.isInfinite(value) ? "infinite" : value;
    }

    private static List<String> labels(PathStory story) {
        var labels = new ArrayList<String>();
        for (int t = 0; t <= story.plan().quarters(); t++) {
            labels.add(story.plan().label(t));
        }
        return labels;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> section(Map<String, Object> root, String name) {
        return (Map<String, Object>) root.computeIfAbsent(name, _ -> new LinkedHashMap<String, Object>());
    }
}
