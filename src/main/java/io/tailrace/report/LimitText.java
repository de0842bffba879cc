package io.tailrace.report;

import io.tailrace.analysis.LimitCheck;
import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Limits and how they fare, in words and as `limits.json`.
public final class LimitText {
    static final String FILE = "limits.json";

    private static final String BREACH = "LIMIT BREACHED";

    private LimitText() {}

    /// A line for each breach, for the top of what is read.
    public static List<String> breaches(List<LimitCheck> checks) {
        return checks.stream()
                .filter(LimitCheck::breached)
                .map(check -> BREACH + (check.verdict() == LimitCheck.Verdict.BREACHED_WITHIN_ERROR
                        ? ", within the error"
                        : "") + ": " + check.limit() + " is " + value(check))
                .toList();
    }

    /// The same lines, as a stored result tells them first.
    public static List<String> breaches(Path result) throws IOException {
        try (Stream<String> answer = Files.lines(result.resolve(ResultFolder.ANSWER))) {
            return answer.takeWhile(line -> line.startsWith(BREACH)).toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /// All of them, one to a line.
    static List<String> table(List<LimitCheck> checks) {
        int width = checks.stream().mapToInt(check -> check.limit().toString().length()).max().orElse(0);
        var lines = new ArrayList<String>();
        for (LimitCheck check : checks) {
            lines.add(String.format(
                    Locale.ROOT, "%-22s  %-" + width + "s  %s", verdict(check.verdict()), check.limit(),
                    value(check)));
        }
        return lines;
    }

    static byte[] json(List<LimitCheck> checks) {
        var root = new LinkedHashMap<String, Object>();
        root.put("breached", checks.stream().filter(LimitCheck::breached).count());
        root.put("limits", checks.stream().map(LimitText::entry).toList());
        return SummaryJson.MAPPER.writeValueAsBytes(root);
    }

    static Map<String, Object> entry(LimitCheck check) {
        var entry = new LinkedHashMap<String, Object>();
        entry.put("limit", check.limit().toString());
        entry.put("breached", check.breached());
        entry.put("verdict", verdict(check.verdict()));
        entry.put("unit", check.unit().text());
        entry.put("bound", check.limit().bound().inOwnUnit());
        Map<String, Object> estimate = SummaryJson.fields(check.estimate());
        if (check.thin()) {
            estimate.put("fewerThan100PathsInTail", true);
        }
        entry.put("estimate", SummaryJson.oneLine(estimate));
        return entry;
    }

    private static String verdict(LimitCheck.Verdict verdict) {
        return switch (verdict) {
            case HELD -> "held";
            case HELD_WITHIN_ERROR -> "held within error";
            case BREACHED_WITHIN_ERROR -> "BREACHED within error";
            case BREACHED -> "BREACHED";
            case UNKNOWN -> "BREACHED: no value";
        };
    }

    private static String value(LimitCheck check) {
        Estimate estimate = check.estimate();
        boolean money = check.unit() == Unit.MONEY;
        Figure figure = money ? Figure.billions(estimate) : Figure.of(estimate, check.unit());
        return figure.value() + (money ? " $B" : Figure.suffix(check.unit())) + (check.thin() ? "*" : "")
                + (figure.interval().isEmpty() ? "" : " " + figure.interval());
    }
}
