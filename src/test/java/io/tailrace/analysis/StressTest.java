package io.tailrace.analysis;

import static io.tailrace.analysis.UniformCase.COST;
import static io.tailrace.analysis.UniformCase.FEE_HIGH;
import static io.tailrace.analysis.UniformCase.FEE_LOW;
import static io.tailrace.analysis.UniformCase.RENT_HIGH;
import static io.tailrace.analysis.UniformCase.RENT_LOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.summary.Estimate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stresses of two uniform NPVs, and the shipped stresses of the shipped scenario.
///
/// Estimates must lie within 4 standard errors; of 40,000 paths that sees a bias of 0.6 % of the fee's range.
class StressTest {
    private static final int PATHS = 40_000;

    @TempDir Path folder;

    @Test
    void aConstantLossIsExactOnThePaths() throws IOException {
        overlay("dearer", "costs: {siteOperationsMillionPerMwQuarter: 0.25}");
        Stress.Case dearer = only(UniformCase.study(PATHS, shelf()));
        double loss = -0.25 * UniformCase.presentValue();
        assertThat(dearer.name()).isEqualTo("dearer");
        for (HeadlineNumbers.Npv npv : new HeadlineNumbers.Npv[]{
            dearer.change().taasMillion(), dearer.change().iaasMillion()}) {
            exact(npv.mean(), loss);
            exact(npv.p5(), loss);
            exact(npv.cvar95(), loss);
        }
        exact(dearer.change().differenceMillion().cvar95(), 0);
        assertThat(dearer.change().probabilityTaasBelowIaas().value()).isZero();
        assertThat(dearer.pairing().varianceRatio().value()).isCloseTo(0, within(1e-12));
    }

    /// The fee falls by 0.4 and its range to a third of itself: on a path with uniform u by 0.4 + 0.8 u, and the rent
    /// stays.
    @Test
    void aNarrowerFeeChangesEveryNumberAsItsLawSays() throws IOException {
        overlay("narrow", "tokenService: {fixedFeeMillionPerMwQuarter: {uniform: {min: 1.2, max: 1.6}}}");
        Stress stress = Stress.of(UniformCase.study(PATHS, shelf()));
        Stress.Case narrow = stress.cases().getFirst();
        double v = UniformCase.presentValue();
        HeadlineNumbers.Npv base = stress.base().taasMillion();
        holds(base.mean(), v * ((FEE_LOW + FEE_HIGH) / 2 - COST));
        holds(base.p5(), v * (FEE_LOW + 0.05 * (FEE_HIGH - FEE_LOW) - COST));
        holds(base.cvar95(), v * (FEE_LOW + 0.025 * (FEE_HIGH - FEE_LOW) - COST));
        HeadlineNumbers.Npv change = narrow.change().taasMillion();
        holds(change.mean(), -v * 0.8);
        holds(change.p5(), -v * (0.4 + 0.8 * 0.05));
        holds(change.cvar95(), -v * (0.4 + 0.8 * 0.025));
        assertThat(change.mean().standardError())
                .isCloseTo(v * 0.8 / Math.sqrt(12.0 * PATHS), within(0.02 * v * 0.8 / Math.sqrt(12.0 * PATHS)));
        exact(narrow.change().iaasMillion().mean(), 0);
        holds(narrow.change().differenceMillion().mean(), -v * 0.8);
    }

    /// P(fee < rent): rent lies inside the fee's range, so it is the mean of (rent − low)/(high − low); 1 where the fee
    /// is below every rent. Variance of the change over that of independent runs, with a = 0.04/12 for the rent:
    /// 0.8²/12 over (1.2² + 0.4²)/12 + 2 · 0.16/12.
    @Test
    void theLeaseWinsAsOftenAsTheFeeIsBelowTheRent() throws IOException {
        overlay("narrow", "tokenService: {fixedFeeMillionPerMwQuarter: {uniform: {min: 1.2, max: 1.6}}}");
        Stress stress = Stress.of(UniformCase.study(PATHS, shelf()));
        Stress.Case narrow = stress.cases().getFirst();
        double below = ((RENT_LOW + RENT_HIGH) / 2 - FEE_LOW) / (FEE_HIGH - FEE_LOW);
        holds(stress.base().probabilityTaasBelowIaas(), below);
        assertThat(narrow.level().probabilityTaasBelowIaas().value()).isEqualTo(1);
        holds(narrow.change().probabilityTaasBelowIaas(), 1 - below);
        double ratio = 0.64 / (1.44 + 0.16 + 2 * 0.16);
        holds(narrow.pairing().varianceRatio(), ratio);
        assertThat(narrow.pairing().varianceRatio().standardError()).isBetween(1e-4, 0.01);
    }

    @Test
    void whatDoesNotFitIsNamedWithTheRule() throws IOException {
        overlay("a-fits", "costs: {siteOperationsMillionPerMwQuarter: 0.25}");
        overlay("b-wrong", "costs: {siteOperations: 0.25}");
        overlay("c-too-much", "tokenService: {floor: 1.5}");
        Stress stress = Stress.of(UniformCase.study(100, shelf()));
        assertThat(stress.cases()).extracting(Stress.Case::name).containsExactly("a-fits");
        assertThat(stress.unfit()).extracting(Unfit::file).containsExactly("b-wrong.yaml", "c-too-much.yaml");
        assertThat(stress.unfit().getFirst().reason()).contains("costs.siteOperations");
        assertThat(stress.unfit().getLast().reason()).contains("tokenService.floor");
    }

    /// All that ship are laid over the scenario that they were written for; each moves something.
    @Test
    void everyShippedStressFitsTheMainScenario() {
        var study = new Study(Configs.load("aws-bedrock"), new Study.Size(3, 500, 2), Shelf.in(Path.of("configs")),
                Study.Listener.NONE);
        Stress stress = Stress.of(study);
        assertThat(stress.unfit()).isEmpty();
        assertThat(stress.cases()).hasSize(17).allSatisfy(each -> assertThat(
                Math.abs(each.change().taasMillion().mean().value())
                        + Math.abs(each.change().iaasMillion().mean().value()))
                .isGreaterThan(1));
    }

    private Stress.Case only(Study study) {
        return Stress.of(study).cases().getFirst();
    }

    private Shelf shelf() {
        return Shelf.EMPTY.with(folder);
    }

    private void overlay(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name + ".yaml"), text + "\n");
    }

    private static void exact(Estimate estimate, double truth) {
        assertThat(estimate.value()).isCloseTo(truth, within(1e-6));
        assertThat(estimate.standardError()).isLessThan(1e-9);
    }

    private static void holds(Estimate estimate, double truth) {
        assertThat(estimate.value()).isCloseTo(truth, within(4 * estimate.standardError() + 1e-9));
    }
}
