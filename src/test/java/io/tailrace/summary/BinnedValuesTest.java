package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class BinnedValuesTest {
    /// Half of the paths evenly over 0 to 12, a quarter at 20, a quarter evenly over 20 to 32.
    private final BinnedValues values = new BinnedValues.Builder(-100, 100)
            .add(0, 12, 50)
            .add(20, 20, 25)
            .add(20, 32, 25)
            .build();

    @Test
    void pathsLieEvenlyInTheirBin() {
        assertThat(values.quantile(0.25)).isEqualTo(6);
        assertThat(values.quantile(0.6)).isEqualTo(20);
        assertThat(values.quantile(0.875)).isEqualTo(26);
        assertThat(new double[]{values.quantile(0), values.quantile(1)}).containsExactly(0, 32);
    }

    @Test
    void theShareBelowTurnsQuantilesBackAndHalvesAtoms() {
        assertThat(values.shareBelow(6)).isEqualTo(0.25);
        assertThat(values.shareBelow(15)).isEqualTo(0.5);
        assertThat(values.shareBelow(20)).isEqualTo(0.625);
        assertThat(values.shareBelow(26)).isEqualTo(0.875);
        assertThat(new double[]{values.shareBelow(-1), values.shareBelow(40)}).containsExactly(0, 1);
        assertThat(new BinnedValues.Builder(0, 1).build().shareBelow(0)).isNaN();
    }

    /// An even law over a width w has the variance w²/12.
    @Test
    void theTailOfPartOfABinEndsAtItsQuantile() {
        BinnedValues.LowerTail tail = values.lowerTail(0.25);
        assertThat(tail).isEqualTo(new BinnedValues.LowerTail(6, 3, 3, 6));
    }

    /// 50 paths of mean 6 and variance 12 and 10 at 20: mean 50/6, variance (50·(12 + 36) + 10·400)/60 − (50/6)².
    @Test
    void theTailTakesItsShareOfAnAtom() {
        BinnedValues.LowerTail tail = values.lowerTail(0.6);
        assertThat(tail.mean()).isCloseTo(50 / 6.0, within(1e-14));
        assertThat(tail.variance()).isCloseTo(6400 / 60.0 - 2500 / 36.0, within(1e-13));
        assertThat(tail.resolution()).isEqualTo(5);
    }

    @Test
    void negatedValuesAreTheMirrorImage() {
        BinnedValues mirror = values.negated();
        assertThat(mirror.count()).isEqualTo(100);
        assertThat(mirror.quantile(0.125)).isEqualTo(-26);
        assertThat(mirror.quantile(0.75)).isEqualTo(-6);
    }

    @Test
    void binsAreCutToTheExtremes() {
        BinnedValues cut = new BinnedValues.Builder(1, 9).add(0, 4, 1).add(8, 16, 1).build();
        assertThat(new double[]{cut.low(0), cut.high(0), cut.low(1), cut.high(1)}).containsExactly(1, 4, 8, 9);
    }
}
