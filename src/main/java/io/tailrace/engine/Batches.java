package io.tailrace.engine;

import io.tailrace.summary.Estimate;
import io.tailrace.summary.StudentT;
import java.util.Arrays;
import java.util.List;

/// The same measures in sixteen batches of equally many paths, give or take a block, or in the replicates of a quasi-random run: how far an
/// estimate scatters, seen and not computed.
///
/// @param pathsEach paths in a batch, at least
/// @param values `[measure][batch]`
public record Batches(long pathsEach, List<List<Double>> values) {
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
        double half = StudentT.half95(batches.length - 1) * standardError;
        return new Estimate(mean, standardError, mean - half, mean + half);
    }
}
