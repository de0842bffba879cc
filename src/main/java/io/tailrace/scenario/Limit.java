package io.tailrace.scenario;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a result must keep to: `cvar95(npvTaas) >= 0 $B`, `probability(npvTaas < 0) <= 5 %`,
/// `p5(taasMargin in 2028Q1) >= 0 %`.
///
/// @param bound what the subject is held against
public record Limit(Subject subject, Side side, Amount bound) {
    private static final Pattern FORM =
            Pattern.compile("(.+\\))\\s*(>=|<=|≥|≤|at least|at most)\\s*(.+)", Pattern.DOTALL);
    private static final Pattern STATISTIC =
            Pattern.compile("([A-Za-z]+\\d*\\.?\\d*)\\s*\\(\\s*([^\\s()<>=]+)(?:\\s+in\\s+([^\\s()]+))?\\s*\\)");
    private static final Pattern SHARE =
            Pattern.compile("probability\\s*\\(\\s*([^\\s()<>=]+)(?:\\s+in\\s+([^\\s()<>=]+))?\\s*([<>])([^()=]+)\\)");
    private static final String RULE =
            "must have the form MEASURE >= AMOUNT or MEASURE <= AMOUNT, such as cvar95(npvTaas) >= 0 $B,"
                    + " probability(npvTaas < 0) <= 5 % or p5(taasMargin in 2028Q1) >= 0 %";

    /// On which side of the bound the subject must lie; on the bound it keeps the limit.
    public enum Side {
        AT_LEAST(">="), AT_MOST("<=");

        private final String sign;

        Side(String sign) {
            this.sign = sign;
        }

        public boolean keeps(double value, double bound) {
            return this == AT_LEAST ? value >= bound : value <= bound;
        }
    }

    /// What is limited.
    ///
    /// `quarter` is empty for a metric of the whole path, else that of a quarterly quantity, such as 2028Q1.
    public sealed interface Subject {
        String metric();

        Optional<String> quarter();
    }

    /// A statistic of a metric.
    public record Statistic(Measure measure, Optional<String> quarter) implements Subject {
        @Override
        public String metric() {
            return measure.metric();
        }

        @Override
        public String toString() {
            return quarter.map(q -> measure.toString().replace(")", " in " + q + ")")).orElse(measure.toString());
        }
    }

    /// How often a metric lies strictly below, or above, a threshold.
    public record Share(String metric, Optional<String> quarter, boolean below, Amount threshold) implements Subject {
        @Override
        public String toString() {
            return "probability(" + metric + quarter.map(q -> " in " + q).orElse("") + (below ? " < " : " > ")
                    + threshold + ")";
        }
    }

    /// One that has been read before.
    public static Limit of(String text) {
        return read(text, (rule, _) -> {
            throw new IllegalArgumentException(text + ": " + rule);
        }).orElseThrow();
    }

    /// Reads one, or says in `broken` which rule it breaks. Whether its names mean anything is not asked.
    static Optional<Limit> read(String text, Measure.Broken broken) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return broken.because(RULE, "");
        }
        var side = switch (form.group(2)) {
            case ">=", "≥", "at least" -> Side.AT_LEAST;
            default -> Side.AT_MOST;
        };
        var subject = subject(form.group(1), broken);
        return subject.isEmpty()
                ? Optional.empty()
                : Amount.read(form.group(3), broken).map(bound -> new Limit(subject.get(), side, bound));
    }

    private static Optional<Subject> subject(String text, Measure.Broken broken) {
        Matcher share = SHARE.matcher(text.strip());
        if (share.matches()) {
            return Amount.read(share.group(4), broken)
                    .map(threshold -> new Share(
                            share.group(1), Optional.ofNullable(share.group(2)), share.group(3).equals("<"),
                            threshold));
        }
        Matcher statistic = STATISTIC.matcher(text.strip());
        if (!statistic.matches()) {
            return broken.because(RULE, "");
        }
        String metric = statistic.group(2);
        return Measure.read(statistic.group(1) + "(" + metric + ")", Set.of(metric), broken)
                .map(measure -> new Statistic(measure, Optional.ofNullable(statistic.group(3))));
    }

    /// As it is written: `cvar95(npvTaas) >= 0 $B`.
    @Override
    public String toString() {
        return subject + " " + side.sign + " " + bound;
    }
}
