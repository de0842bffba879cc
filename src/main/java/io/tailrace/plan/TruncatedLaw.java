package io.tailrace.plan;

import io.tailrace.scenario.Distribution;
import java.util.stream.DoubleStream;

/// `of` given that it lies in [min, max].
record TruncatedLaw(Law of, double min, double max, double below, double inside, double above, double[] specials)
        implements
            Law {
    static TruncatedLaw of(Distribution.Truncated d) {
        Law inner = Law.of(d.of());
        double min = d.min().orElse(Double.NEGATIVE_INFINITY);
        double max = d.max().orElse(Double.POSITIVE_INFINITY);
        double below = d.min().isPresent() ? inner.cdfBelow(min) : 0;
        double above = d.max().isPresent() ? inner.survival(max) : 0;
        double inside = below > 0.5
                ? inner.survivalFrom(min) - above
                : (d.max().isPresent() ? inner.cdf(max) : 1) - below;
        double[] specials = DoubleStream.concat(DoubleStream.of(inner.specials()), DoubleStream.of(min, max))
                .filter(v -> v >= min && v <= max && Double.isFinite(v))
                .toArray();
        return new TruncatedLaw(inner, min, max, below, inside, above, specials);
    }

    @Override
    public double cdf(double v) {
        return v >= max ? 1 : Math.clamp((of.cdf(v) - below) / inside, 0, 1);
    }

    @Override
    public double cdfBelow(double v) {
        return v <= min ? 0 : Math.clamp((of.cdfBelow(v) - below) / inside, 0, 1);
    }

    @Override
    public double survival(double v) {
        return v < min ? 1 : Math.clamp((of.survival(v) - above) / inside, 0, 1);
    }

    @Override
    public double survivalFrom(double v) {
        return v <= min ? 1 : Math.clamp((of.survivalFrom(v) - above) / inside, 0, 1);
    }

    @Override
    public double quantile(double u, double upper) {
        return Math.clamp(of.quantile(below + u * inside, above + upper * inside), min, max);
    }
}
