package io.tailrace.plan;

import io.tailrace.scenario.Distribution;
import java.util.stream.DoubleStream;

/// 0 with P(on time), a slip with P(late), infinity with P(cancelled).
record LateLaw(double onTime, double late, double cancelled, Law slip) implements Law {
    static LateLaw of(Distribution.Late d) {
        return new LateLaw(1 - d.probability() - d.cancelled(), d.probability(), d.cancelled(), Law.of(d.slip()));
    }

    @Override
    public double cdf(double v) {
        return v < 0 ? 0 : v == Double.POSITIVE_INFINITY ? 1 : onTime + late * slip.cdf(v);
    }

    @Override
    public double cdfBelow(double v) {
        return v <= 0 ? 0 : onTime + late * slip.cdfBelow(v);
    }

    @Override
    public double survival(double v) {
        return v < 0 ? 1 : v == Double.POSITIVE_INFINITY ? 0 : cancelled + late * slip.survival(v);
    }

    @Override
    public double survivalFrom(double v) {
        return v <= 0 ? 1 : cancelled + late * slip.survivalFrom(v);
    }

    @Override
    public double quantile(double u, double upper) {
        if (u < 0.5 ? u < onTime : upper > late + cancelled) {
            return 0;
        }
        if (late == 0 || upper <= cancelled) {
            return Double.POSITIVE_INFINITY;
        }
        return slip.quantile(Math.max(0, (u - onTime) / late), Math.min(1, (upper - cancelled) / late));
    }

    @Override
    public double[] specials() {
        DoubleStream ends = DoubleStream.of(0, Double.POSITIVE_INFINITY);
        return DoubleStream.concat(ends, DoubleStream.of(slip.specials())).distinct().toArray();
    }
}
