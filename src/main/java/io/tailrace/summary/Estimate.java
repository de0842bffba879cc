package io.tailrace.summary;

import java.util.Arrays;

/// A number with its standard error and a 95 % interval for the truth behind it; NaN stands for what is not known.
public record Estimate(double value, double standardError, double low, double high) {
    /// 97.5 % quantile of the normal law.
    public static final double Z = 1.959963984540054;

    /// value ± z · standardError.
    public static Estimate normal(double value, double standardError) {
        return normal(value, standardError, 0);
    }

    /// The same, wider by `allowance` on either side.
    static Estimate normal(double value, double standardError, double allowance) {
        double half = Z * standardError + allowance;
        return new Estimate(value, standardError, value - half, value + half);
    }

    /// A share of `n` paths with Wilson's interval, which holds at 0 and 1 too. Source: Wilson (1927).
    public static Estimate share(double share, double n) {
        double standardError = Math.sqrt(share * (1 - share) / n);
        double shrink = 1 + Z * Z / n;
        double middle = (share + Z * Z / (2 * n)) / shrink;
        double half = Z / shrink * Math.sqrt(share * (1 - share) / n + Z * Z / (4 * n * n));
        double low = Math.min(share, Math.max(0, middle - half));
        double high = Math.max(share, Math.min(1, middle + half));
        return new Estimate(share, standardError, low, high);
    }

    /// What independent replicates of a run say together: the whole run's value, with an interval from their spread.
    ///
    /// Standard error: deviation of the replicates' values over the root of their number; interval: Student's t. What
    /// `whole` allows for its bins beyond its own standard error is allowed for here too. Replicates without a value
    /// (NaN) are left out. Where they do not differ at all the interval of `whole` stands: that no replicate saw a rare
    /// event does not make it impossible.
    /// Source: Owen, "Randomly permuted (t,m,s)-nets and (t,s)-sequences" (1995), who replicates scrambled points for
    /// the error. Why: within a replicate points hang together, and no formula for independent paths holds.
    public static Estimate ofReplicates(Estimate whole, double... replicates) {
        double[] known = Arrays.stream(replicates).filter(value -> !Double.isNaN(value)).toArray();
        if (known.length < 2) {
            return unknown(whole.value);
        }
        double mean = Arrays.stream(known).sum() / known.length;
        double squares = Arrays.stream(known).map(value -> (value - mean) * (value - mean)).sum();
        if (squares == 0) {
            return whole;
        }
        double standardError = Math.sqrt(squares / (known.length - 1) / known.length);
        double bins = Math.max(0, (whole.high - whole.low) / 2 - Z * whole.standardError);
        double half = StudentT.half95(known.length - 1) * standardError + (Double.isNaN(bins) ? 0 : bins);
        return new Estimate(whole.value, standardError, whole.value - half, whole.value + half);
    }

    /// A number whose error is not known.
    public static Estimate unknown(double value) {
        return new Estimate(value, Double.NaN, Double.NaN, Double.NaN);
    }

    /// A number known exactly, such as one that is computed and not simulated.
    public static Estimate exact(double value) {
        return new Estimate(value, 0, value, value);
    }

    /// Of a probability: that of the opposite.
    public Estimate complement() {
        return new Estimate(1 - value, standardError, 1 - high, 1 - low);
    }

    /// Of a probability, whose interval cannot reach beyond 0 and 1.
    public Estimate withinUnit() {
        return new Estimate(value, standardError, Math.max(0, low), Math.min(1, high));
    }

    Estimate negated() {
        return new Estimate(-value, standardError, -high, -low);
    }
}
