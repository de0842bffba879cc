package io.tailrace.summary;

/// A number with its standard error and a 95 % interval for the truth behind it; NaN stands for what is not known.
public record Estimate(double value, double standardError, double low, double high) {
    /// 97.5 % quantile of the normal law.
    static final double Z = 1.959963984540054;

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

    Estimate negated() {
        return new Estimate(-value, standardError, -high, -low);
    }
}
