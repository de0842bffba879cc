package io.tailrace.summary;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.DoubleStream;

/// Everything said about one column. NaN stands for what is not defined: all of it when no path is counted, the
/// spread of a single path, the skewness of equal values.
///
/// `leftOut` paths gave NaN; `clamped` ones are counted, but as [Bins#LARGEST_UNITS] in quantiles and tails.
/// Mean, deviation, skewness, kurtosis and extremes are exact up to rounding; the rest carries the error of
/// [BinnedValues]. `tails` are lower ones at [#CONFIDENCES], `upperTail` the upper one at 95 %.
public record ColumnStatistics(
        Column column,
        long count,
        long leftOut,
        long clamped,
        Estimate mean,
        double standardDeviation,
        double skewness,
        double excessKurtosis,
        double min,
        double max,
        List<Quantile> quantiles,
        List<Tail> tails,
        Tail upperTail) {
    public static final List<Double> PROBABILITIES =
            List.of(0.001, 0.01, 0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999);
    public static final List<Double> CONFIDENCES = List.of(0.95, 0.975, 0.99, 0.995);

    private static final double UPPER_CONFIDENCE = 0.95;

    public ColumnStatistics {
        quantiles = List.copyOf(quantiles);
        tails = List.copyOf(tails);
    }

    static ColumnStatistics of(Column column, TwoSidedHistogram histogram, Moments moments) {
        BinnedValues values = histogram.values();
        return new ColumnStatistics(
                column,
                histogram.count(),
                histogram.leftOut(),
                histogram.clamped(),
                mean(moments),
                moments.standardDeviation(),
                moments.skewness(),
                moments.excessKurtosis(),
                histogram.min(),
                histogram.max(),
                stream(PROBABILITIES).mapToObj(p -> Quantile.of(values, p)).toList(),
                stream(CONFIDENCES).mapToObj(c -> Tail.lower(values, c)).toList(),
                Tail.upper(values, UPPER_CONFIDENCE));
    }

    /// The same with the errors that replicates show, each of which gave its [#estimates].
    public ColumnStatistics withReplicates(List<double[]> replicates) {
        var place = new AtomicInteger();
        return map(whole -> {
            int k = place.getAndIncrement();
            return Estimate.ofReplicates(whole, replicates.stream().mapToDouble(values -> values[k]).toArray());
        });
    }

    /// Everything that has an interval, in a fixed order.
    public double[] estimates() {
        var values = DoubleStream.builder();
        map(estimate -> {
            values.add(estimate.value());
            return estimate;
        });
        return values.build().toArray();
    }

    private ColumnStatistics map(UnaryOperator<Estimate> change) {
        return new ColumnStatistics(
                column,
                count,
                leftOut,
                clamped,
                change.apply(mean),
                standardDeviation,
                skewness,
                excessKurtosis,
                min,
                max,
                quantiles.stream().map(quantile -> quantile.map(change)).toList(),
                tails.stream().map(tail -> tail.map(change)).toList(),
                upperTail.map(change));
    }

    /// One of [#PROBABILITIES].
    public Quantile quantile(double probability) {
        return quantiles.get(index(PROBABILITIES, probability));
    }

    /// One of [#CONFIDENCES].
    public Tail tail(double confidence) {
        return tails.get(index(CONFIDENCES, confidence));
    }

    static Estimate mean(Moments moments) {
        return switch ((int) Math.min(moments.count(), 2)) {
            case 0 -> Estimate.unknown(Double.NaN);
            case 1 -> Estimate.unknown(moments.mean());
            default ->
                Estimate.normal(moments.mean(), moments.standardDeviation() / Math.sqrt((double) moments.count()));
        };
    }

    private static DoubleStream stream(List<Double> list) {
        return list.stream().mapToDouble(Double::doubleValue);
    }

    private static int index(List<Double> list, double wanted) {
        int index = list.indexOf(wanted);
        if (index < 0) {
            throw new IllegalArgumentException(wanted + " is none of " + list);
        }
        return index;
    }
}
