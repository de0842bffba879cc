package io.tailrace.analysis;

import static io.tailrace.analysis.UniformCase.FEE_HIGH;
import static io.tailrace.analysis.UniformCase.FEE_LOW;
import static io.tailrace.analysis.UniformCase.RENT_HIGH;
import static io.tailrace.analysis.UniformCase.RENT_LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.summary.Estimate;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Break-even values of two uniform NPVs, in closed form.
///
/// Estimates must lie within 4 standard errors: of 20,000 paths, 0.5 % of a lease price. The fee's mean is 2.2 and its
/// CVaR95 1.63, the rent's 2.0 and 1.81, $M per MW-quarter.
class BreakEvenTest {
    private static final int PATHS = 20_000;
    private static final double FEE = (FEE_LOW + FEE_HIGH) / 2;
    private static final double FEE_CVAR = FEE_LOW + 0.025 * (FEE_HIGH - FEE_LOW);
    private static final double RENT = (RENT_LOW + RENT_HIGH) / 2;
    private static final double RENT_CVAR = RENT_LOW + 0.025 * (RENT_HIGH - RENT_LOW);
    /// Tokens that all MW can serve at full load, trillion a quarter.
    private static final double CAPACITY = UniformCase.MW / (0.55 / 2.2 + 0.45 / 2.0);

    @Test
    void leasePricesThatMatchTheFee() {
        BreakEven.Row row = row(Lever.LEASE_PRICE);
        double deviation = (FEE_HIGH - FEE_LOW) / Math.sqrt(12.0 * PATHS);
        holds(row.mean().at().orElseThrow(), FEE);
        assertThat(row.mean().at().orElseThrow().standardError()).isCloseTo(deviation, within(0.03 * deviation));
        holds(row.cvar95().at().orElseThrow(), FEE_CVAR);
        assertThat(row.now()).isCloseTo(RENT, within(1e-12));
        assertThat(row.mean().taasAheadAtFirst()).isTrue();
    }

    /// Full MW sell 0.85 of their capacity at 5 $ a million tokens; the mean is ahead with no share at all.
    @Test
    void theShareThatMakesUpForTheWorseTail() {
        BreakEven.Row row = row(Lever.REVENUE_SHARE, "price.deflation=0");
        double sales = 5 * 0.85 * CAPACITY / UniformCase.MW;
        holds(row.cvar95().at().orElseThrow(), (RENT_CVAR - FEE_CVAR) / sales);
        assertThat(row.mean().at()).isEmpty();
        assertThat(row.mean().taasAheadAtFirst()).isTrue();
    }

    @Test
    void theFallOfThePriceThatEatsTheShare() {
        BreakEven.Row row = row(Lever.PRICE_FALL, "price.deflation=0", "tokenService.revenueShare=0.05");
        double sales = 5 * 0.85 * CAPACITY / UniformCase.MW;
        holds(row.cvar95().at().orElseThrow(), 1 - (RENT_CVAR - FEE_CVAR) / (0.05 * sales));
        assertThat(row.mean().at()).isEmpty();
    }

    /// Half of the MW are used, so the fee is due on half of them or on the floor.
    @Test
    void theFloorUnderAFeeThatUsageHalves() {
        BreakEven.Row row = row(Lever.FLOOR, constantDemand(0.5, 1));
        holds(row.mean().at().orElseThrow(), RENT / FEE);
        assertThat(row.cvar95().at()).isEmpty();
        assertThat(row.cvar95().taasAheadAtFirst()).isFalse();
    }

    /// Usage of 0.85 is 1.7 times what the full fee takes; without a floor the fee falls with it once demand is less.
    @Test
    void theLossOfDemandThatAFullyUsedFeeStands() {
        BreakEven.Row row = row(Lever.DEMAND_LOSS, constantDemand(0.85, 0.5));
        holds(row.mean().at().orElseThrow(), 1 - RENT / (1.7 * FEE));
        assertThat(row.now()).isZero();
    }

    @Test
    void theGridHoldsTheMeansAndItsZeroLineTheirCrossing() {
        TwoWay grid = BreakEven.of(study(constantDemand(0.85, 0.5))).grids().getFirst();
        assertThat(grid.rowLever()).isEqualTo(Lever.FLOOR);
        for (int row = 0; row < grid.rows().size(); row++) {
            double floor = grid.rows().get(row);
            for (int column = 0; column < grid.columns().size(); column++) {
                double used = Math.min(1, 1.7 * (1 - grid.columns().get(column)));
                holds(grid.meanDifferenceMillion().get(row).get(column),
                        UniformCase.presentValue() * (FEE * Math.max(floor, used) - RENT));
            }
            if (floor < RENT / FEE) {
                holds(grid.zeroAt().get(row).orElseThrow(), 1 - RENT / (1.7 * FEE));
            } else {
                assertThat(grid.zeroAt().get(row)).isEmpty();
            }
        }
    }

    /// A parabola with zeros at 1 and 2, and noise of deviation 1 that does not depend on x: slope −1 at the first.
    @Test
    void theSmallestOfTwoCrossingsIsFoundWithItsError() {
        double[] noise = Normals.of(31, PATHS);
        Crossing.Statistic parabola = (x, paths) -> Influence.mean(Arrays.stream(noise, 0, paths)
                .map(e -> (x - 1) * (x - 2) + 0.1 * e)
                .toArray());
        Estimate zero = Crossing.first(parabola, Crossing.evenly(0, 5, 21), 2_000, PATHS).orElseThrow();
        holds(zero, 1);
        assertThat(zero.standardError()).isCloseTo(0.1 / Math.sqrt(PATHS), within(0.05 * 0.1 / Math.sqrt(PATHS)));
        assertThat(Crossing.first(parabola, Crossing.evenly(3, 5, 5), 2_000, PATHS)).isEmpty();
    }

    private static String[] constantDemand(double utilisation, double reference) {
        return new String[]{
            "demand.openingTokensTrillion=" + utilisation * CAPACITY / 0.45,
            "demand.openingGrowth=0",
            "demand.longRunGrowth=0",
            "tokenService.floor=0",
            "tokenService.referenceUtilisation=" + reference,
        };
    }

    private static BreakEven.Row row(Lever lever, String... sets) {
        return BreakEven.of(study(sets)).levers().stream()
                .filter(row -> row.lever() == lever)
                .findFirst()
                .orElseThrow();
    }

    private static Study study(String... sets) {
        return UniformCase.study(PATHS, Shelf.EMPTY, sets);
    }

    private static void holds(Estimate estimate, double truth) {
        assertThat(estimate.value()).isCloseTo(truth, within(4 * estimate.standardError() + 1e-6));
    }
}
