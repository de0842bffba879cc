package io.tailrace.analysis;

import static io.tailrace.analysis.Dominance.Contract.IAAS;
import static io.tailrace.analysis.Dominance.Contract.TAAS;
import static io.tailrace.analysis.Dominance.Verdict.OPEN;
import static io.tailrace.analysis.Dominance.Verdict.REFUTED;
import static io.tailrace.analysis.Dominance.Verdict.SUPPORTED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.analysis.Dominance.Contract;
import io.tailrace.analysis.Dominance.Verdict;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Dominance of normals, which mean and deviation decide.
class DominanceTest {
    private static final double[] X = Normals.of(1, 50_000);
    private static final double[] NOISE = Normals.of(2, 50_000);

    @Test
    void whatIsHigherEverywhereDominatesInBothOrders() {
        double[] higher = Arrays.stream(X).map(x -> x + 0.1).toArray();
        assertThat(verdict(1, TAAS, higher, X)).isEqualTo(SUPPORTED);
        assertThat(verdict(2, TAAS, higher, X)).isEqualTo(SUPPORTED);
        assertThat(verdict(1, IAAS, higher, X)).isEqualTo(REFUTED);
        assertThat(verdict(2, IAAS, higher, X)).isEqualTo(REFUTED);
    }

    /// Same mean, less spread: distributions cross at the mean, their integrals do not.
    @Test
    void whatIsSaferDominatesInTheSecondOrderOnly() {
        double[] wider = Arrays.stream(NOISE).map(x -> 1.5 * x).toArray();
        assertThat(verdict(1, TAAS, X, wider)).isEqualTo(REFUTED);
        assertThat(verdict(1, IAAS, X, wider)).isEqualTo(REFUTED);
        assertThat(verdict(2, TAAS, X, wider)).isEqualTo(SUPPORTED);
        assertThat(verdict(2, IAAS, X, wider)).isEqualTo(REFUTED);
    }

    @Test
    void equalLawsAreLeftOpen() {
        for (int order = 1; order <= 2; order++) {
            assertThat(verdict(order, TAAS, X, NOISE)).isEqualTo(OPEN);
            assertThat(verdict(order, IAAS, X, NOISE)).isEqualTo(OPEN);
        }
    }

    /// P(X ≤ z) less P(X + 1 ≤ z) is largest at z = 1/2: Φ(1/2) − Φ(−1/2) = 0.3829. The grid's levels lie within 0.05.
    @Test
    void theWorstLevelIsWhereTheDistributionsLieFurthestApart() {
        double[] higher = Arrays.stream(NOISE).map(x -> x + 1).toArray();
        Dominance test = find(1, TAAS, X, higher);
        assertThat(test.atMillion()).isCloseTo(0.5, within(0.3));
        assertThat(test.disadvantage().value()).isCloseTo(0.3829, within(0.01));
        assertThat(test.critical()).isCloseTo(3.2988, within(1e-3));
    }

    private static Verdict verdict(int order, Contract better, double[] taas, double[] iaas) {
        return find(order, better, taas, iaas).verdict();
    }

    private static Dominance find(int order, Contract better, double[] taas, double[] iaas) {
        return Dominance.of(taas, iaas).stream()
                .filter(test -> test.order() == order && test.better() == better)
                .findFirst()
                .orElseThrow();
    }
}
