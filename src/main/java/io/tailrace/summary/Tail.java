package io.tailrace.summary;

import java.util.function.UnaryOperator;

/// Value at risk and expected shortfall at one confidence, in the column's unit.
///
/// `valueAtRisk` is the quantile of 1 − confidence, `shortfall` (CVaR) the mean of the worst 1 − confidence share of
/// the paths. Worst is lowest, unless the tail was asked for as an upper one. `thin`: fewer than 100 paths in it.
/// Source: Acerbi & Tasche (2002). Why: when the quantile falls on an atom only part of it belongs to the tail.
public record Tail(double confidence, Estimate valueAtRisk, Estimate shortfall, boolean thin) {
    public static Tail lower(BinnedValues values, double confidence) {
        Quantile quantile = Quantile.of(values, 1 - confidence);
        return new Tail(confidence, quantile.estimate(), shortfall(values, 1 - confidence), quantile.thin());
    }

    static Tail upper(BinnedValues values, double confidence) {
        Tail mirror = lower(values.negated(), confidence);
        return new Tail(confidence, mirror.valueAtRisk.negated(), mirror.shortfall.negated(), mirror.thin);
    }

    Tail map(UnaryOperator<Estimate> change) {
        return new Tail(confidence, change.apply(valueAtRisk), change.apply(shortfall), thin);
    }

    /// Variance of the shortfall of n paths: (Var(tail) + (1 − share)(quantile − shortfall)²) / (n · share).
    /// Source: Manistre & Hancock (2005), equation 2. The interval is wider by what the bins may hide.
    private static Estimate shortfall(BinnedValues values, double share) {
        BinnedValues.LowerTail tail = values.lowerTail(share);
        if (values.count() < 2) {
            return Estimate.unknown(tail.mean());
        }
        double gap = tail.quantile() - tail.mean();
        double variance = (tail.variance() + (1 - share) * gap * gap) / (values.count() * share);
        return Estimate.normal(tail.mean(), Math.sqrt(variance), tail.resolution());
    }
}
