package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.summary.Estimate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/// Indices of functions for which they are known in closed form.
///
/// 2^19 paths: standard errors below 0.0025, so that 0.01 is four of them and a bias of 0.01 would be seen.
final class SobolIndicesTest {
    private static final int PATHS = 1 << 19;

    /// Variance: a²/8 + b π⁴/5 + b² π⁸/18 + 1/2, of which the first input alone (1 + b π⁴/5)²/2, the second a²/8.
    @Test
    void ishigamisIndicesAreWithinAHundredthOfTheTruth() {
        double b = 0.1;
        double fourth = Math.pow(Math.PI, 4);
        double first = Math.pow(1 + b * fourth / 5, 2) / 2;
        double second = 49.0 / 8;
        double both = b * b * fourth * fourth * 8 / 225;
        double variance = first + second + both;
        holds(ToyInputs::ishigami, new double[]{first / variance, second / variance, 0},
                new double[]{(first + both) / variance, second / variance, both / variance});
    }

    @Test
    void theGFunctionsIndicesAreWithinAHundredthOfTheTruth() {
        double[] a = {0, 1, 4.5, 9, 99};
        double[] first = new double[a.length];
        double[] total = new double[a.length];
        double all = 1;
        for (double ai : a) {
            all *= 1 + 1 / (3 * (1 + ai) * (1 + ai));
        }
        for (int i = 0; i < a.length; i++) {
            double own = 1 / (3 * (1 + a[i]) * (1 + a[i]));
            first[i] = own / (all - 1);
            total[i] = own * all / (1 + own) / (all - 1);
        }
        holds(u -> ToyInputs.gFunction(u, a), first, total);
    }

    /// Two equal normals: either alone is among the worst 5 % of the sum by an index that a bivariate normal gives.
    /// P(x + y < q | x) = Φ(q√2 - x); its variance by the bivariate normal of correlation 1/2 is
    /// Φ₂(z, z; 1/2) - 0.05² with z = -1.6449: 0.0122093 - 0.0025, over 0.0475.
    @Test
    void theIndexOfATailIsThatOfItsIndicator() {
        double[][] base = ToyInputs.normal(1, 2, PATHS);
        double[][] other = ToyInputs.normal(2, 2, PATHS);
        ToDoubleFunction<double[]> tail = x -> (x[0] + x[1]) / Math.sqrt(2) < -1.6448536269514722 ? 1 : 0;
        SobolIndices indices = SobolIndices.of(ToyInputs.run(tail, base), ToyInputs.run(tail, other),
                ToyInputs.run(tail, ToyInputs.with(base, 0, other[0])));
        double truth = (bivariateNormal(-1.6448536269514722, 0.5) - 0.0025) / 0.0475;
        assertThat(indices.first().value()).isCloseTo(truth, within(0.01));
        assertThat(indices.total().value()).isCloseTo(1 - truth, within(0.01));
    }

    /// x + 2 z with correlation r of x and z: x says (1 + 2 r)² of the variance 5 + 4 r, and z does not say 1 - r² of x.
    @Test
    void aCorrelatedInputsIndicesAreThoseOfTheNormalLaw() {
        double r = 0.6;
        double own = Math.sqrt(1 - r * r);
        double variance = 5 + 4 * r;
        double[][] base = ToyInputs.normal(1, 2, PATHS);
        double[][] other = ToyInputs.normal(2, 2, PATHS);
        double[][] mixed = ToyInputs.with(base, 0, other[0]);
        ToDoubleFunction<double[]> first = e -> e[0] + 2 * (r * e[0] + own * e[1]);
        ToDoubleFunction<double[]> last = e -> r * e[1] + own * e[0] + 2 * e[1];
        Influence spread = SobolIndices.variance(ToyInputs.run(first, base), ToyInputs.run(first, other));
        holds(SobolIndices.first(ToyInputs.run(first, other), ToyInputs.run(first, mixed), ToyInputs.run(first, base),
                spread).estimate(), (1 + 2 * r) * (1 + 2 * r) / variance);
        holds(SobolIndices.total(ToyInputs.run(last, base), ToyInputs.run(last, mixed), spread).estimate(),
                own * own / variance);
    }

    /// Standard errors, against the spread of 256 repetitions on 1,024 paths each, which tells them to 5 %.
    @Test
    void standardErrorsAreThoseOfRepetitions() {
        int repetitions = 256;
        double[] firsts = new double[repetitions];
        double[] totals = new double[repetitions];
        double first = 0;
        double total = 0;
        for (int i = 0; i < repetitions; i++) {
            double[][] base = ToyInputs.uniform(100 + 2 * i, 3, 1024);
            double[][] other = ToyInputs.uniform(101 + 2 * i, 3, 1024);
            SobolIndices indices = SobolIndices.of(ToyInputs.run(ToyInputs::ishigami, base),
                    ToyInputs.run(ToyInputs::ishigami, other),
                    ToyInputs.run(ToyInputs::ishigami, ToyInputs.with(base, 0, other[0])));
            firsts[i] = indices.first().value();
            totals[i] = indices.total().value();
            first += indices.first().standardError() / repetitions;
            total += indices.total().standardError() / repetitions;
        }
        double root = Math.sqrt(repetitions);
        assertThat(first / (Influence.mean(firsts).standardError() * root)).isCloseTo(1, within(0.15));
        assertThat(total / (Influence.mean(totals).standardError() * root)).isCloseTo(1, within(0.15));
    }

    /// Φ₂(z, z; r) by the midpoint rule over Plackett's identity: d/dr = φ₂(z, z; r).
    private static double bivariateNormal(double z, double correlation) {
        double sum = Math.pow(0.05, 2);
        int n = 100_000;
        for (int i = 0; i < n; i++) {
            double r = correlation * (i + 0.5) / n;
            sum += Math.exp(-z * z / (1 + r)) / (2 * Math.PI * Math.sqrt(1 - r * r)) * correlation / n;
        }
        return sum;
    }

    private static void holds(ToDoubleFunction<double[]> model, double[] first, double[] total) {
        double[][] base = ToyInputs.uniform(1, first.length, PATHS);
        double[][] other = ToyInputs.uniform(2, first.length, PATHS);
        double[] a = ToyInputs.run(model, base);
        double[] b = ToyInputs.run(model, other);
        for (int input = 0; input < first.length; input++) {
            double[] mixed = ToyInputs.run(model, ToyInputs.with(base, input, other[input]));
            SobolIndices indices = SobolIndices.of(a, b, mixed);
            holds(indices.first(), first[input]);
            holds(indices.total(), total[input]);
        }
    }

    /// Four standard errors: one of 17 checks fails by chance once in 1,000 seeds.
    private static void holds(Estimate index, double truth) {
        assertThat(index.value()).isCloseTo(truth, within(0.01));
        assertThat(Math.abs(index.value() - truth)).isLessThan(4 * index.standardError() + 1e-9);
    }
}
