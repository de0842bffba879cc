package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathValues;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;

/// The numbers by which scenarios are compared, or how they differ between two of them. NPVs in $M.
///
/// @param differenceMillion NPV of TaaS less that of IaaS on the same path
/// @param probabilityTaasBelowIaas how often the lease is worth more; a difference of two is in shares of 1
public record HeadlineNumbers(
        Npv taasMillion,
        Npv iaasMillion,
        Npv differenceMillion,
        Estimate probabilityTaasBelowIaas) {
    private static final double TAIL = 0.05;

    static final ColumnKey[] COLUMNS = {
        ColumnKey.of(Metric.NPV_TAAS), ColumnKey.of(Metric.NPV_IAAS), ColumnKey.of(Metric.NPV_DIFFERENCE)
    };

    /// @param cvar95 mean of the worst 5 %
    public record Npv(Estimate mean, Estimate p5, Estimate cvar95) {}

    static HeadlineNumbers of(PathValues values) {
        return Influences.of(values).level();
    }

    /// The same numbers with the influence of each path on them, so that two scenarios can be compared path by path.
    record Influences(NpvInfluences taas, NpvInfluences iaas, NpvInfluences difference, Influence below) {
        static Influences of(PathValues values) {
            double[] difference = values.of(Metric.NPV_DIFFERENCE);
            double[] below = new double[difference.length];
            for (int i = 0; i < below.length; i++) {
                below[i] = difference[i] < 0 ? 1 : 0;
            }
            return new Influences(
                    NpvInfluences.of(values.of(Metric.NPV_TAAS)),
                    NpvInfluences.of(values.of(Metric.NPV_IAAS)),
                    NpvInfluences.of(difference),
                    Influence.mean(below));
        }

        HeadlineNumbers level() {
            return with(Estimate.share(below.value(), below.of().length));
        }

        /// What these numbers are more than those of `base`, paired.
        HeadlineNumbers changeFrom(Influences base) {
            var change = new Influences(
                    taas.minus(base.taas),
                    iaas.minus(base.iaas),
                    difference.minus(base.difference),
                    below.minus(base.below));
            return change.with(change.below.estimate());
        }

        private HeadlineNumbers with(Estimate probability) {
            return new HeadlineNumbers(taas.npv(), iaas.npv(), difference.npv(), probability);
        }
    }

    /// [Npv] with influences.
    record NpvInfluences(Influence mean, Influence p5, Influence cvar95) {
        static NpvInfluences of(double[] npv) {
            double[] sorted = Influence.sorted(npv);
            return new NpvInfluences(
                    Influence.mean(npv),
                    Influence.quantile(npv, sorted, TAIL),
                    Influence.lowerShortfall(npv, sorted, TAIL));
        }

        NpvInfluences minus(NpvInfluences other) {
            return new NpvInfluences(mean.minus(other.mean), p5.minus(other.p5), cvar95.minus(other.cvar95));
        }

        Npv npv() {
            return new Npv(mean.estimate(), p5.estimate(), cvar95.estimate());
        }
    }
}
