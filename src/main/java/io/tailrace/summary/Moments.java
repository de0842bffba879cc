package io.tailrace.summary;

/// Count, mean and sums of the second, third and fourth powers of the deviations from it.
///
/// Domain: magnitudes below 10⁷⁰, whose fourth powers sum without overflow.
/// Source: Chan, Golub & LeVeque (1979) for two, Pébay (Sandia report SAND2008-6212) for all four.
public record Moments(long count, double mean, double m2, double m3, double m4) {
    public static final Moments NONE = new Moments(0, 0, 0, 0, 0);

    /// Those of both sets of paths. Commutes and associates only up to rounding: keep to block order.
    public Moments plus(Moments right) {
        if (count == 0 || right.count == 0) {
            return count == 0 ? right : this;
        }
        long n = count + right.count;
        double a = (double) count / n;
        double b = (double) right.count / n;
        double delta = right.mean - mean;
        double between = delta * delta * count * b;
        return new Moments(
                n,
                mean + delta * b,
                m2 + right.m2 + between,
                m3 + right.m3 + between * delta * (a - b) + 3 * delta * (a * right.m2 - b * m2),
                m4 + right.m4
                        + between * delta * delta * (a * a - a * b + b * b)
                        + 6 * delta * delta * (a * a * right.m2 + b * b * m2)
                        + 4 * delta * (a * right.m3 - b * m3));
    }

    void write(Encoder to) {
        to.count(count);
        to.bits(mean);
        to.bits(m2);
        to.bits(m3);
        to.bits(m4);
    }

    static Moments read(Decoder from) {
        return new Moments(from.count(), from.bits(), from.bits(), from.bits(), from.bits());
    }

    /// With n − 1; NaN below two paths.
    public double standardDeviation() {
        return count < 2 ? Double.NaN : Math.sqrt(m2 / (count - 1));
    }

    /// Third standardised moment of the paths themselves (no small-sample correction); NaN where all are equal.
    public double skewness() {
        double variance = m2 / count;
        return m3 / count / (variance * Math.sqrt(variance));
    }

    /// Fourth standardised moment of the paths themselves, less 3; NaN where all are equal.
    public double excessKurtosis() {
        double variance = m2 / count;
        return m4 / count / (variance * variance) - 3;
    }
}
