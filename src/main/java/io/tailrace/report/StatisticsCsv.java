package io.tailrace.report;

import io.tailrace.engine.RunResult;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.Quantile;
import io.tailrace.summary.Tail;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// `quarterly.csv` and `paths.csv`: one line for each distribution, RFC 4180, full precision, empty where undefined.
final class StatisticsCsv {
    private static final String END = "\r\n";

    private StatisticsCsv() {}

    static byte[] quarterly(RunResult run) {
        var text = new StringBuilder("quantity,unit,quarter,t,").append(header());
        for (Quantity quantity : run.plan().recorded()) {
            for (int t = 1; t <= run.plan().quarters(); t++) {
                text.append(quantity.key()).append(',').append(quantity.unit().text()).append(',');
                text.append(run.plan().label(t)).append(',').append(t);
                line(text, run.of(quantity.key(), t));
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static byte[] paths(RunResult run) {
        var text = new StringBuilder("metric,unit,").append(header());
        for (Metric metric : Metric.values()) {
            text.append(metric.key()).append(',').append(metric.unit().text());
            line(text, run.of(metric.key(), 0));
        }
        for (double share : run.plan().mixShares()) {
            text.append(Plan.mixKey(share)).append(',').append(Unit.MONEY.text());
            line(text, run.of(Plan.mixKey(share), 0));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String header() {
        var text = new StringBuilder(
                "count,leftOut,mean,meanStandardError,standardDeviation,skewness,excessKurtosis,min,max");
        for (double probability : ColumnStatistics.PROBABILITIES) {
            String name = "p" + percent(probability);
            text.append(',').append(name).append(',').append(name).append("Low,").append(name).append("High");
        }
        for (double confidence : ColumnStatistics.CONFIDENCES) {
            for (String measure : new String[]{"var", "cvar"}) {
                String name = measure + percent(confidence);
                text.append(',').append(name).append(',').append(name).append("Low,").append(name).append("High");
            }
        }
        return text.append(END).toString();
    }

    private static void line(StringBuilder text, ColumnStatistics s) {
        text.append(',').append(s.count()).append(',').append(s.leftOut());
        number(text, s.mean().value());
        number(text, s.mean().standardError());
        number(text, s.standardDeviation());
        number(text, s.skewness());
        number(text, s.excessKurtosis());
        number(text, s.min());
        number(text, s.max());
        for (Quantile quantile : s.quantiles()) {
            estimate(text, quantile.estimate());
        }
        for (Tail tail : s.tails()) {
            estimate(text, tail.valueAtRisk());
            estimate(text, tail.shortfall());
        }
        text.append(END);
    }

    private static void estimate(StringBuilder text, Estimate estimate) {
        number(text, estimate.value());
        number(text, estimate.low());
        number(text, estimate.high());
    }

    private static void number(StringBuilder text, double value) {
        text.append(',');
        if (Double.isFinite(value)) {
            text.append(value);
        }
    }

    private static String percent(double probability) {
        return String.format(Locale.ROOT, "%.1f", 100 * probability).replace(".0", "");
    }
}
