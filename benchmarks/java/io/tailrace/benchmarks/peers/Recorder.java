package io.tailrace.benchmarks.peers;

import java.util.function.Supplier;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/// Keeps every value of every path: moments and a pair of HdrHistograms, losses and gains, for each column.
///
/// Unit of the histograms: millionths, three significant digits.
final class Recorder {
    private static final double UNITS = 1e6;
    private static final long HIGHEST = 1L << 42;
    private static final int DIGITS = 3;

    private final Histogram[] gains = columns(() -> new Histogram(HIGHEST, DIGITS));
    private final Histogram[] losses = columns(() -> new Histogram(HIGHEST, DIGITS));
    private final Moments[] moments;

    /// @param moments how the library at hand keeps mean and standard error of a column
    Recorder(Supplier<Moments> moments) {
        this.moments = Stream.generate(moments).limit(Output.COLUMNS).toArray(Moments[]::new);
    }

    void record(int column, double value) {
        if (Double.isNaN(value)) return;
        moments[column].add(value);
        long units = Math.min(HIGHEST, Math.round(Math.abs(value) * UNITS));
        (value < 0 ? losses : gains)[column].recordValue(units);
    }

    Estimate estimate(int column) {
        return new Estimate(moments[column].mean(), moments[column].standardError());
    }

    private static Histogram[] columns(Supplier<Histogram> histogram) {
        return Stream.generate(histogram).limit(Output.COLUMNS).toArray(Histogram[]::new);
    }

    /// Mean and standard error of what was added.
    interface Moments {
        void add(double value);

        double mean();

        double standardError();
    }
}
