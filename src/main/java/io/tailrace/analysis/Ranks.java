package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathDraws;
import io.tailrace.engine.PathValues;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which way, how closely and where in its range each driver moves the NPVs: rank correlations and CUSUNORO curves.
///
/// Of drivers that one number sums up: parameters by their value, shocks by their sum over the quarters, delays by
/// MW-quarters late, default and renegotiation by whether they happened. All from one run.
///
/// @param curveShares shares of the paths with the lowest driver at which curves are given
public record Ranks(int paths, List<Double> curveShares, List<Row> drivers) implements Analysis {
    private static final int PATHS = 1 << 18;
    private static final int POINTS = 11;
    private static final List<Metric> EVENTS =
            List.of(Metric.LATE_MW_QUARTERS, Metric.DEFAULTED, Metric.EVER_RENEGOTIATED);

    /// One driver against each outcome.
    public record Row(String driver, Driver.Kind kind, List<Against> outcomes) {}

    /// @param spearman rank correlation
    /// @param partial the same after the other drivers' ranks are taken out
    /// @param curve CUSUNORO of the outcome: the mean of the paths with the lowest driver, less the mean of all, times
    ///     their share, over the standard deviation
    /// @param tailCurve the same of being among the outcome's worst 5 %
    public record Against(
            Metric outcome,
            Estimate spearman,
            Estimate partial,
            List<Estimate> curve,
            List<Estimate> tailCurve) {}

    private record Score(String driver, Driver.Kind kind, double[] values) {
        boolean varies() {
            return Arrays.stream(values).anyMatch(value -> value != values[0]);
        }
    }

    static Ranks of(Study study) {
        int paths = study.paths(PATHS);
        ColumnKey[] keys = Stream.concat(Outcomes.ALL.stream(), EVENTS.stream())
                .map(ColumnKey::of)
                .toArray(ColumnKey[]::new);
        PathValues values = study.values(study.lean(), paths, keys);
        List<Score> scores = scores(study.draws(paths), values);
        var ranks = new RankCorrelations(scores.stream().map(Score::values).toArray(double[][]::new));
        List<List<Against>> columns = Outcomes.ALL.stream()
                .map(outcome -> against(outcome, values.of(outcome), ranks, scores.size()))
                .toList();
        var rows = new ArrayList<Row>();
        for (int i = 0; i < scores.size(); i++) {
            int row = i;
            List<Against> outcomes = columns.stream().map(column -> column.get(row)).toList();
            rows.add(new Row(scores.get(i).driver(), scores.get(i).kind(), outcomes));
        }
        rows.sort((a, b) -> Double.compare(strength(b), strength(a)));
        return new Ranks(paths, shares(), List.copyOf(rows));
    }

    /// One outcome against each driver.
    private static List<Against> against(Metric outcome, double[] values, RankCorrelations ranks, int drivers) {
        Estimate[] spearman = ranks.plain(values);
        Estimate[] partial = ranks.partial(values);
        double p5 = Influence.at(Influence.sorted(values), Outcomes.TAIL);
        double[] worst = TailMeasure.AMONG_WORST.of(values, p5);
        return IntStream.range(0, drivers)
                .parallel()
                .mapToObj(i -> new Against(
                        outcome,
                        spearman[i],
                        partial[i],
                        Cusunoro.of(ranks.orderOf(i), values).curve(POINTS),
                        Cusunoro.of(ranks.orderOf(i), worst).curve(POINTS)))
                .toList();
    }

    private static List<Score> scores(PathDraws draws, PathValues values) {
        var scores = new ArrayList<Score>();
        for (int i = 0; i < draws.parameterKeys().size(); i++) {
            scores.add(new Score(draws.parameterKeys().get(i), Driver.Kind.PARAMETER, draws.parameters()[i]));
        }
        for (Factor factor : Driver.factors()) {
            scores.add(new Score(factor.key(), Driver.Kind.SHOCK, draws.shocks()[factor.ordinal()]));
        }
        scores.add(new Score("delays", Driver.Kind.DELAYS, values.of(Metric.LATE_MW_QUARTERS)));
        scores.add(new Score("default", Driver.Kind.EVENT, values.of(Metric.DEFAULTED)));
        scores.add(new Score("renegotiation", Driver.Kind.EVENT, values.of(Metric.EVER_RENEGOTIATED)));
        return scores.stream().filter(Score::varies).toList();
    }

    /// Against the difference of both contracts.
    private static double strength(Row row) {
        return Math.abs(row.outcomes().getLast().spearman().value());
    }

    private static List<Double> shares() {
        return IntStream.range(0, POINTS).mapToObj(k -> k / (POINTS - 1.0)).toList();
    }
}
