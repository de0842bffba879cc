package io.tailrace.analysis;

import static io.tailrace.analysis.MixFrontier.Standing.DOMINATED;
import static io.tailrace.analysis.MixFrontier.Standing.EFFICIENT;
import static io.tailrace.analysis.MixFrontier.Standing.UNDECIDED;
import static io.tailrace.analysis.UniformCase.COST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Mixes of two independent uniform NPVs, fee in [1.6, 2.8] and rent in [1.8, 2.2] $M per MW-quarter.
///
/// With w of the MW selling tokens the mean is 2 + 0.2 w. Where the lowest twentieth lies in the corner of the rectangle
/// of both, for w in [0.033, 0.769], CVaR95 is 1.8 − 0.2 w + ⅔ √(0.1 · 1.2 w · 0.4 (1 − w)); it is highest where
/// 11.5 w² − 11.5 w + 1 = 0. Estimates must lie within 4 standard errors, of 40,000 paths: 0.007 of w.
class MixFrontierTest {
    private static final int PATHS = 40_000;
    private static final double SAFEST = (11.5 - Math.sqrt(11.5 * 11.5 - 46)) / 23;

    @Test
    void pointsLieOnTheClosedFormAndTheSafestIsFound() {
        MixFrontier.Frontier frontier = mix();
        for (MixFrontier.Point point : frontier.points()) {
            holds(point.meanMillion(), million(2 + 0.2 * point.at()));
            if (point.at() > 0.04 && point.at() < 0.76) {
                holds(point.cvar95Million(), million(cvar(point.at())));
            }
        }
        holds(frontier.safest().at(), SAFEST);
        assertThat(frontier.safest().at().standardError()).isBetween(0.0005, 0.01);
        holds(frontier.safest().cvar95Million(), million(cvar(SAFEST)));
    }

    /// The mean rises with w, so all from the safest on are efficient, and the pure lease is not.
    @Test
    void onlyThePureLeaseIsDominated() {
        for (MixFrontier.Point point : mix().points()) {
            assertThat(point.standing()).as("%s", point.at()).isEqualTo(point.at() < SAFEST ? DOMINATED : EFFICIENT);
            assertThat(point.notToldFrom()).isEmpty();
        }
    }

    /// A floor of CVaR95 at w = 0.45: larger w have a higher mean and a lower CVaR95.
    @Test
    void theFloorIsMetAtTheLargestMixThatKeepsIt() {
        MixFrontier.Floored floored = asked(mix("bounds.cvar95Million=" + million(cvar(0.45))), million(cvar(0.45)));
        MixFrontier.Optimum best = floored.best().orElseThrow();
        holds(best.at(), 0.45);
        assertThat(best.at().standardError()).isBetween(0.0005, 0.02);
        holds(best.meanMillion(), million(2.09));
        assertThat(best.onTheFloor()).isTrue();
        assertThat(best.cvar95Million().value()).isCloseTo(million(cvar(0.45)), within(million(2) * 1e-3));
    }

    @Test
    void aFloorThatBindsNothingLeavesTheHighestMeanAndOneTooHighNone() {
        MixFrontier.Optimum all = asked(mix("bounds.cvar95Million=0"), 0).best().orElseThrow();
        assertThat(all.at().value()).isEqualTo(1);
        assertThat(all.onTheFloor()).isFalse();
        double above = million(cvar(SAFEST) + 0.05);
        assertThat(asked(mix("bounds.cvar95Million=" + above), above).best()).isEmpty();
    }

    /// Same mean, and deviations 1, 1 and 1.0001 of the same noise plus a little of its own: told apart only where the
    /// paths allow it.
    @Test
    void pointsWithinErrorAreSaidToBe() {
        double[] x = Normals.of(41, PATHS);
        double[] noise = Normals.of(42, PATHS);
        RiskReturn first = RiskReturn.of(0, x);
        RiskReturn alike = RiskReturn.of(1, plus(x, noise, 0.01, 0));
        RiskReturn worse = RiskReturn.of(2, plus(x, noise, 0, -0.5));
        RiskReturn perhaps = RiskReturn.of(3, plus(x, noise, 0.3, 0.02));
        List<MixFrontier.Point> points = MixFrontier.standings(List.of(first, alike, worse));
        assertThat(points).extracting(MixFrontier.Point::standing).containsExactly(EFFICIENT, EFFICIENT, DOMINATED);
        assertThat(points.getFirst().notToldFrom()).containsExactly(1.0);
        assertThat(points.getLast().betterAt()).contains(0.0);
        assertThat(perhaps.compared(first)).isEqualTo(RiskReturn.Other.NOT_BETTER);
        RiskReturn hardly = RiskReturn.of(4, plus(x, x, -0.02, 0.0001));
        assertThat(MixFrontier.standings(List.of(first, hardly)).getFirst().standing()).isEqualTo(UNDECIDED);
    }

    /// What a share of 0.1 brings on 8.95 $M of sales per MW-quarter is taken from the fee, on average 2.2.
    @Test
    void aHigherShareIsPaidForByTheFee() {
        var study = UniformCase.study(2_000, Shelf.EMPTY, "price.deflation=0", "tokenService.revenueShare=0.05");
        var plan = study.lean();
        double sales = 5 * 0.85 / (0.55 / 2.2 + 0.45 / 2.0);
        assertThat(Term.REVENUE_SHARE.now(plan)).isEqualTo(0.05);
        assertThat(Term.REVENUE_SHARE.high(plan)).isCloseTo(0.05 + 2.2 / sales, within(1e-9));
        var moved = Term.REVENUE_SHARE.at(plan, 0.15);
        double fee = moved.parameters().points()[moved.parameters().slot("tokenService.fixedFeeMillionPerMwQuarter")
                .orElseThrow()];
        assertThat(fee).isCloseTo(2.2 - 0.1 * sales, within(1e-9));
    }

    private static double[] plus(double[] x, double[] noise, double scale, double shift) {
        double[] sum = new double[x.length];
        Arrays.setAll(sum, i -> x[i] + scale * noise[i] + shift);
        return sum;
    }

    private static MixFrontier.Frontier mix(String... sets) {
        return MixFrontier.of(UniformCase.study(PATHS, Shelf.EMPTY, sets)).frontiers().getFirst();
    }

    private static MixFrontier.Floored asked(MixFrontier.Frontier frontier, double floor) {
        return frontier.highestMeans().stream()
                .filter(each -> each.cvar95AtLeastMillion() == floor)
                .findFirst()
                .orElseThrow();
    }

    private static double cvar(double w) {
        return 1.8 - 0.2 * w + 2 / 3.0 * Math.sqrt(0.1 * 1.2 * w * 0.4 * (1 - w));
    }

    private static double million(double perMwQuarter) {
        return UniformCase.presentValue() * (perMwQuarter - COST);
    }

    private static void holds(Estimate estimate, double truth) {
        assertThat(estimate.value()).isCloseTo(truth, within(4 * estimate.standardError() + 1e-9));
    }
}
