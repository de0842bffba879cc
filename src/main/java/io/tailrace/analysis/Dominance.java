package io.tailrace.analysis;

import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.NormalDistribution;

/// Whether one contract is better than the other for everybody: stochastic dominance, tested on paired paths.
///
/// First order: better for everyone who prefers more to less; at no level z is P(X ≤ z) larger. Second order: for
/// everyone who also dislikes risk; at no level is E[(z − X)⁺] larger. At each level of a grid the paired difference of
/// these means is divided by its standard error, and held against one critical value for all levels.
/// Error: 5 % for all levels together, by Bonferroni's inequality; between the levels nothing is tested.
/// Source: Davidson & Duclos (2000), Statistical inference for stochastic dominance, Econometrica 68.
///
/// @param order 1 or 2
/// @param better the contract that is to dominate
/// @param verdict of the test
/// @param atMillion level at which it fares worst
/// @param disadvantage there: P(X ≤ z) or E[(z − X)⁺] of it less that of the other, paired; negative where it is better
/// @param worstStatistic the same over its standard error
/// @param critical value that it must exceed to refute
/// @param levels tested
public record Dominance(
        int order,
        Contract better,
        Verdict verdict,
        double atMillion,
        Estimate disadvantage,
        double worstStatistic,
        double critical,
        int levels) {
    /// Either contract.
    public enum Contract { TAAS, IAAS }

    /// REFUTED: at some level worse beyond error. SUPPORTED: nowhere worse beyond error, somewhere better beyond it.
    /// OPEN: too few paths to tell.
    public enum Verdict { REFUTED, SUPPORTED, OPEN }

    private static final double ERROR = 0.05;

    /// Both orders, both ways.
    static List<Dominance> of(double[] taas, double[] iaas) {
        double[] levels = levels(taas, iaas);
        var tests = new ArrayList<Dominance>();
        for (int order = 1; order <= 2; order++) {
            tests.add(of(order, Contract.TAAS, taas, iaas, levels));
            tests.add(of(order, Contract.IAAS, iaas, taas, levels));
        }
        return List.copyOf(tests);
    }

    private static Dominance of(int order, Contract better, double[] x, double[] other, double[] levels) {
        double critical = new NormalDistribution(null, 0, 1).inverseCumulativeProbability(1 - ERROR / levels.length);
        double highest = Double.NEGATIVE_INFINITY;
        double lowest = Double.POSITIVE_INFINITY;
        double at = levels[0];
        Estimate there = Estimate.exact(0);
        for (double level : levels) {
            Estimate difference = difference(order, x, other, level);
            double statistic = difference.standardError() == 0
                    ? Math.signum(difference.value()) * Double.MAX_VALUE
                    : difference.value() / difference.standardError();
            if (statistic > highest) {
                highest = statistic;
                at = level;
                there = difference;
            }
            lowest = Math.min(lowest, statistic);
        }
        Verdict verdict = highest > critical
                ? Verdict.REFUTED
                : lowest < -critical
                        ? Verdict.SUPPORTED
                        : Verdict.OPEN;
        return new Dominance(order, better, verdict, at, there, highest, critical, levels.length);
    }

    /// Mean over paths of what the order compares, paired.
    private static Estimate difference(int order, double[] x, double[] other, double level) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            double d = order == 1
                    ? (x[i] <= level ? 1 : 0) - (other[i] <= level ? 1 : 0)
                    : Math.max(0, level - x[i]) - Math.max(0, level - other[i]);
            sum += d;
            squares += d * d;
        }
        double mean = sum / x.length;
        double variance = Math.max(0, squares / x.length - mean * mean);
        return Estimate.normal(mean, Math.sqrt(variance / x.length));
    }

    /// Percentiles of both contracts' values taken together, and four further out.
    private static double[] levels(double[] taas, double[] iaas) {
        double[] both = new double[taas.length + iaas.length];
        System.arraycopy(taas, 0, both, 0, taas.length);
        System.arraycopy(iaas, 0, both, taas.length, iaas.length);
        double[] sorted = Influence.sorted(both);
        double[] levels = new double[103];
        for (int percent = 1; percent <= 99; percent++) {
            levels[percent - 1] = Influence.at(sorted, percent / 100.0);
        }
        levels[99] = Influence.at(sorted, 0.001);
        levels[100] = Influence.at(sorted, 0.005);
        levels[101] = Influence.at(sorted, 0.995);
        levels[102] = Influence.at(sorted, 0.999);
        return levels;
    }
}
