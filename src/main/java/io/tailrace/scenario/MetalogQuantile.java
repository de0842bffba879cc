package io.tailrace.scenario;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/// The metalog through stated quantiles: as many terms as there are quantiles, so that each is met.
///
/// With L = ln(u / (1 - u)) and c = u - 1/2 the terms are 1, L, cL, c, c², c²L, c³, c³L, …; their sum is the value
/// itself, ln(value - min) with a lower bound, -ln(max - value) with an upper one, the logit with both.
/// Domain: 2 to 9 quantiles at rising probabilities, rising values inside the bounds, and a sum that rises everywhere
/// ([#isFeasible]). Error: the stated quantiles to 1e-12 of their spread. Source: Keelin, The Metalog Distributions,
/// Decision Analysis 13 (2016), equations 6, 11, 13 and 14.
public final class MetalogQuantile {
    static final int MOST_TERMS = 9;
    /// The slope is watched at this many values of L, and in both limits; between two it moves by less than 1e-4.
    private static final int PROBES = 4001;
    private static final double FARTHEST = 40;

    private final OptionalDouble min;
    private final OptionalDouble max;
    private final double[] stated;
    private final RealMatrix inverse;
    private final double[] coefficients;

    private MetalogQuantile(List<Double> probabilities, List<Double> values, OptionalDouble min, OptionalDouble max) {
        this.min = min;
        this.max = max;
        stated = values.stream().mapToDouble(this::straightened).toArray();
        int n = stated.length;
        var terms = new Array2DRowRealMatrix(n, n);
        for (int i = 0; i < n; i++) {
            double u = probabilities.get(i);
            for (int k = 0; k < n; k++) {
                terms.setEntry(i, k, term(k, u - 0.5, Math.log(u / (1 - u))));
            }
        }
        inverse = new LUDecomposition(terms).getSolver().getInverse();
        double[] first = inverse.operate(stated);
        var residual = new ArrayRealVector(stated).subtract(new ArrayRealVector(terms.operate(first)));
        coefficients = new ArrayRealVector(first).add(inverse.operate(residual)).toArray();
    }

    public static MetalogQuantile of(Distribution.Metalog d) {
        return new MetalogQuantile(d.probabilities(), d.values(), d.min(), d.max());
    }

    /// Value below which a share u falls; `upper` is 1 - u, given apart because near 1 u itself has no digits left.
    public double at(double u, double upper) {
        double sum = 0;
        double logit = Math.log(u / upper);
        for (int k = 0; k < coefficients.length; k++) {
            sum += coefficients[k] * term(k, centred(u, upper), logit);
        }
        return bent(sum);
    }

    /// L = ln(u / (1 - u)) of the share u below a value: Newton's steps, halving where one leads astray.
    public double logitBelow(double value) {
        if (value <= min.orElse(Double.NEGATIVE_INFINITY) || value >= max.orElse(Double.POSITIVE_INFINITY)) {
            return value <= min.orElse(Double.NEGATIVE_INFINITY) ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        }
        double target = straightened(value);
        double low = -700;
        double high = 700;
        double logit = 0;
        for (int i = 0; i < 200; i++) {
            double error = sum(logit) - target;
            double next = logit - error / slope(logit);
            if (error == 0 || Math.abs(next - logit) <= 2 * Math.ulp(logit)) {
                return logit;
            }
            if (error < 0) {
                low = logit;
            } else {
                high = logit;
            }
            logit = next > low && next < high ? next : low + (high - low) / 2;
        }
        return logit;
    }

    /// Whether the sum rises from end to end.
    boolean isFeasible() {
        for (int probe = -1; probe <= PROBES; probe++) {
            if (slope(probe(probe)) <= 0) {
                return false;
            }
        }
        return true;
    }

    /// What a single stated value may be, the others staying as they are, for every value that can mend it so.
    ///
    /// Why: the slope is linear in each stated value, so its feasible values are an interval.
    Optional<String> mending(IntFunction<String> name) {
        return IntStream.range(0, stated.length)
                .boxed()
                .sorted((a, b) -> Boolean.compare(isOuter(a), isOuter(b)))
                .flatMap(i -> feasible(i).map(range -> name.apply(i) + " must lie in " + range).stream())
                .findFirst();
    }

    private boolean isOuter(int i) {
        return i == 0 || i == stated.length - 1;
    }

    private Optional<String> feasible(int i) {
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.POSITIVE_INFINITY;
        for (int probe = -1; probe <= PROBES; probe++) {
            double logit = probe(probe);
            double u = 1 / (1 + Math.exp(-logit));
            double upper = 1 / (1 + Math.exp(logit));
            double perUnit = 0;
            double slope = 0;
            for (int k = 0; k < coefficients.length; k++) {
                double termSlope = termSlope(k, centred(u, upper), logit, u * upper);
                perUnit += termSlope * inverse.getEntry(k, i);
                slope += termSlope * coefficients[k];
            }
            double bound = stated[i] - slope / perUnit;
            if (perUnit > 0) {
                low = Math.max(low, bound);
            } else if (perUnit < 0) {
                high = Math.min(high, bound);
            } else if (slope <= 0) {
                return Optional.empty();
            }
        }
        return low < high ? Optional.of(range(bent(low), bent(high))) : Optional.empty();
    }

    private static String range(double low, double high) {
        return "(" + rounded(low, RoundingMode.CEILING) + ", " + rounded(high, RoundingMode.FLOOR) + ")";
    }

    private static String rounded(double value, RoundingMode inwards) {
        return Double.isInfinite(value)
                ? NumberText.of(value)
                : NumberText.of(new BigDecimal(value).round(new MathContext(6, inwards)).doubleValue());
    }

    private static double probe(int probe) {
        return switch (probe) {
            case -1 -> Double.NEGATIVE_INFINITY;
            case PROBES -> Double.POSITIVE_INFINITY;
            default -> FARTHEST * (2.0 * probe / (PROBES - 1) - 1);
        };
    }

    private double sum(double logit) {
        double sum = 0;
        double c = centred(1 / (1 + Math.exp(-logit)), 1 / (1 + Math.exp(logit)));
        for (int k = 0; k < coefficients.length; k++) {
            sum += coefficients[k] * term(k, c, logit);
        }
        return sum;
    }

    private double slope(double logit) {
        double slope = 0;
        double u = 1 / (1 + Math.exp(-logit));
        double upper = 1 / (1 + Math.exp(logit));
        for (int k = 0; k < coefficients.length; k++) {
            slope += coefficients[k] * termSlope(k, centred(u, upper), logit, u * upper);
        }
        return slope;
    }

    private static double term(int k, double c, double logit) {
        return power(c, exponent(k)) * (hasLogit(k) ? logit : 1);
    }

    /// Derivative with respect to L, of which u has the derivative `density` = u (1 - u).
    private static double termSlope(int k, double c, double logit, double density) {
        int p = exponent(k);
        double inner = p == 0 || density == 0 ? 0 : p * power(c, p - 1) * density;
        return hasLogit(k) ? power(c, p) + (inner == 0 ? 0 : inner * logit) : inner;
    }

    private static double power(double c, int exponent) {
        double power = 1;
        for (int i = 0; i < exponent; i++) {
            power *= c;
        }
        return power;
    }

    private static double centred(double u, double upper) {
        return u < 0.5 ? u - 0.5 : 0.5 - upper;
    }

    /// Of c in the term with index k from 0.
    private static int exponent(int k) {
        return k < 2 ? 0 : k < 4 ? 1 : k / 2;
    }

    private static boolean hasLogit(int k) {
        return k == 1 || k == 2 || (k > 4 && k % 2 == 1);
    }

    private double straightened(double value) {
        if (min.isPresent() && max.isPresent()) {
            return Math.log((value - min.getAsDouble()) / (max.getAsDouble() - value));
        }
        if (min.isPresent()) {
            return Math.log(value - min.getAsDouble());
        }
        return max.isPresent() ? -Math.log(max.getAsDouble() - value) : value;
    }

    private double bent(double sum) {
        if (min.isPresent() && max.isPresent()) {
            double width = max.getAsDouble() - min.getAsDouble();
            return sum < 0
                    ? min.getAsDouble() + width / (1 + Math.exp(-sum))
                    : max.getAsDouble() - width / (1 + Math.exp(sum));
        }
        if (min.isPresent()) {
            return min.getAsDouble() + Math.exp(sum);
        }
        return max.isPresent() ? max.getAsDouble() - Math.exp(-sum) : sum;
    }
}
