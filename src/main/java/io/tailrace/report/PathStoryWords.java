package io.tailrace.report;

import io.tailrace.analysis.Driver;
import io.tailrace.analysis.PathCauses;
import io.tailrace.engine.Replay;
import io.tailrace.plan.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A path in words: what it is worth, and the things that made it bad.
final class PathStoryWords {
    private PathStoryWords() {}

    static List<String> lines(PathStory story) {
        var lines = new ArrayList<String>();
        PathCauses causes = story.causes();
        lines.add(String.format(
                Locale.ROOT, "Path %,d of %s: %s %s (%s).", story.replay().number(), story.plan().name(),
                causes.metric(), story.value(), story.meaning()));
        List<PathCauses.Cause> named = causes.named();
        if (named.isEmpty()) {
            lines.add("Nothing alone lowered it: no single draw, made again, would raise it beyond the luck of "
                    + PathCauses.REDRAWS + " redraws.");
            return lines;
        }
        lines.add("What lowered it most, and what it would gain on average had that alone been drawn again ("
                + PathCauses.REDRAWS + " redraws, 95 % interval):");
        for (int i = 0; i < named.size(); i++) {
            lines.add(String.format(Locale.ROOT, "  %d. %s: %s", i + 1, what(story, named.get(i)),
                    gain(story, named.get(i))));
        }
        return lines;
    }

    private static String gain(PathStory story, PathCauses.Cause cause) {
        var gain = cause.gain();
        return String.format("+%s [%s, %s]", story.amount(gain.value()), story.amount(gain.low()),
                story.amount(gain.high()));
    }

    /// What came out, in the words of its kind.
    static String what(PathStory story, PathCauses.Cause cause) {
        Driver driver = cause.driver();
        return switch (driver.kind()) {
            case PARAMETER -> driver.key() + " is " + Figure.significant(parameter(story.replay(), driver.key()), 4)
                    + ", " + rank(story, cause, "higher", "lower");
            case DELAYS -> "sites are late, " + rank(story, cause, "later", "earlier");
            case SHOCK -> driver.key() + " shocks sum to " + Figure.significant(shocks(story.replay(), driver.key()), 3)
                    + " σ, " + rank(story, cause, "higher", "lower");
            case EVENT -> event(story, driver);
        };
    }

    private static String rank(PathStory story, PathCauses.Cause cause, String above, String below) {
        double share = PathCauses.shareBelow(story.replay(), cause);
        return share >= 0.5
                ? String.format(Locale.ROOT, "%s than on %.0f %% of paths", above, Math.floor(100 * share))
                : String.format(Locale.ROOT, "%s than on %.0f %% of paths", below, Math.floor(100 * (1 - share)));
    }

    private static String event(PathStory story, Driver driver) {
        return switch (driver.key()) {
            case "regimes" -> "regimes: " + regimes(story);
            case "jumps" -> jumps(story);
            case "default" ->
                happened(story, Quantity.DEFAULTS, "the tenant defaults in ", "the tenant never defaults");
            case "renegotiation" ->
                happened(story, Quantity.RENEGOTIATED, "shares are renegotiated in ", "shares are never renegotiated");
            default -> driver.key();
        };
    }

    private static String happened(PathStory story, Quantity quantity, String yes, String no) {
        return IntStream.rangeClosed(1, story.plan().quarters())
                .filter(t -> story.replay().at(quantity, t) == 1)
                .mapToObj(t -> yes + story.plan().label(t))
                .findFirst()
                .orElse(no);
    }

    private static String jumps(PathStory story) {
        String jumps = IntStream.rangeClosed(1, story.plan().quarters())
                .filter(t -> story.replay().at(Quantity.JUMP, t) != 0)
                .mapToObj(t -> String.format(Locale.ROOT, "%+.0f %% in %s",
                        100 * Math.expm1(story.replay().at(Quantity.JUMP, t)), story.plan().label(t)))
                .collect(Collectors.joining(", "));
        return jumps.isEmpty() ? "no sudden gain of demand" : "sudden changes of demand, " + jumps;
    }

    /// Stretches of one regime, with their first quarters.
    private static String regimes(PathStory story) {
        var text = new StringBuilder();
        String before = "";
        for (int t = 1; t <= story.plan().quarters(); t++) {
            String regime = regime(story, t);
            if (!regime.equals(before)) {
                text.append(before.isEmpty() ? "" : ", ").append(regime).append(" from ").append(story.plan().label(t));
                before = regime;
            }
        }
        return text.toString();
    }

    /// The regime in force, by its name in the scenario.
    static String regime(PathStory story, int t) {
        return story.scenario().scenario().regimes().states().get((int) story.replay().at(Quantity.REGIME, t)).name();
    }

    private static double parameter(Replay replay, String key) {
        return replay.parameters().stream().filter(drawn -> drawn.key().equals(key)).findFirst().orElseThrow().value();
    }

    private static double shocks(Replay replay, String name) {
        double[] values =
                replay.shocks().stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow().values();
        return IntStream.range(1, values.length).mapToDouble(t -> values[t]).sum();
    }
}
