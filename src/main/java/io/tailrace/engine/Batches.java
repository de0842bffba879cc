package io.tailrace.engine;

import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.List;

/// The same measures in sixteen batches of equally many paths: how far an estimate scatters, seen and not computed.
///
/// @param pathsEach paths in a batch
/// @param values `[measure][batch]`
public record Batches(long pathsEach, List<List<Double>> values) {
    /// 97.5 % quantile of Student's t with 15 degrees of freedom.
    private static final double T = 2.131449545559774;

    public Batches {
        values = values.stream().map(List::copyOf).toList();
    }

    /// Mean of a measure's batches, with the error that their scatter shows.
    ///
    /// Source: batch means (Schmeiser 1982), with t for the few batches. Why: no formula for the error of a tail is
    /// believed here, so it checks those of the single estimates; the mean of a tail's batches has their small bias.
    public Estimate mean(int measure) {
        return mean(values.get(measure).stream().mapToDouble(value -> value).toArray());
    }

    /// The same of any numbers, one for each batch.
    public static Estimate mean(double... batches) {
        double mean = Arrays.stream(batches).average().orElseThrow();
        double squares = Arrays.stream(batches).map(b -> (b - mean) * (b - mean)).sum();
        double standardError = Math.sqrt(squares / (batches.length - 1) / batches.length);
        return new Estimate(mean, standardError, mean - T * standardError, mean + T * standardError);
    }
}
