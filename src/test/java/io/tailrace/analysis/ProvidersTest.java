package io.tailrace.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.OpeningState;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// The five that ship, and swaps whose effect on the opening margin is arithmetic.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProvidersTest {
    private static final int PATHS = 2_000;

    private final Study study = new Study(Configs.load("aws-bedrock"), new Study.Size(3, PATHS, 2),
            Shelf.in(Path.of("configs")), Study.Listener.NONE);
    private final Providers providers = Providers.of(study);

    @Test
    void allFiveStandSideBySideOnTheirOwnScenarios() {
        assertThat(providers.unfit()).isEmpty();
        assertThat(providers.providers()).extracting(Providers.Row::scenario)
                .containsExactly("aws-bedrock", "azure", "google-cloud", "oracle", "neocloud");
        assertThat(providers.providers()).extracting(Providers.Row::sellsTokens)
                .containsExactly(true, true, true, false, false);
        for (Providers.Row row : providers.providers()) {
            double[] taas =
                    study.values(Configs.plan(row.scenario()), PATHS, ColumnKey.of(Metric.NPV_TAAS)).values()[0];
            assertThat(row.npv().taasMillion().mean().value()).isEqualTo(Influence.mean(taas).value());
        }
    }

    /// The back-tests' fits: AWS 55 % on Bedrock, Azure 25,900 $M with 27 % of AI, Oracle 80 %.
    @Test
    void openingQuartersAreTheObservedOnes() {
        assertThat(row("aws-bedrock").opening().taasMargin()).isCloseTo(0.55, within(0.01));
        assertThat(row("azure").opening().revenueMillion()).isCloseTo(25_900, within(259.0));
        assertThat(row("azure").opening().aiShareOfRevenue()).isCloseTo(0.27, within(0.005));
        assertThat(row("oracle").opening().aiShareOfRevenue()).isCloseTo(0.8, within(0.01));
        assertThat(row("oracle").opening().taasShareOfAi()).isZero();
    }

    /// With factor m the token line brings (m − 1) of its revenue R and EBIT more, and (m − 1) of its MW's rent L, at the
    /// margin of other AI leasing, less. By hand from public figures, mix × AI share × margin between the lines:
    /// AWS (15 − 37) % × 10 % × (55 − 30) points = −0.55, Azure 22 % × 27 % × 21 = 1.2, Google Cloud 19 % × 36 % × 27 = 1.8.
    @Test
    void theSwapMovesTheOpeningMarginAsArithmeticSays() {
        assertThat(swap("aws-bedrock").openingMargin().change()).isCloseTo(-0.0055, within(0.0005));
        assertThat(swap("azure").openingMargin().change()).isCloseTo(0.012, within(0.002));
        assertThat(swap("google-cloud").openingMargin().change()).isCloseTo(0.018, within(0.002));
        for (MixSwap swap : providers.swaps()) {
            var opening = new OpeningState(Configs.plan(swap.provider()));
            double more = swap.factor() - 1;
            double rent = opening.of(Quantity.BUSINESS_MW) * opening.of(Quantity.LEASE_PRICE);
            double leaseMargin = otherAiMargin(swap.provider());
            double ebit = opening.of(Quantity.PROVIDER_EBIT)
                    + more * (opening.of(Quantity.TAAS_EBIT) - leaseMargin * rent);
            double revenue = opening.of(Quantity.PROVIDER_REVENUE) + more * (opening.of(Quantity.TAAS_REVENUE) - rent);
            assertThat(swap.openingMargin().after()).isCloseTo(ebit / revenue, within(1e-9));
            double wanted = new OpeningState(Configs.plan(swap.mixOf())).of(Quantity.TAAS_SHARE_OF_AI);
            assertThat(swap.taasShareOfAi().after()).isCloseTo(wanted, within(1e-9));
        }
    }

    private static double otherAiMargin(String scenario) {
        var parameters = Configs.plan(scenario).parameters();
        return parameters.points()[parameters.slot("provider.otherAiEbitMargin").orElseThrow()];
    }

    @Test
    void aSwapScalesTheTokenLineOnEveryPath() {
        Plan plan = Configs.plan("aws-bedrock").recording().withMixes();
        double[] before = study.values(plan, 500, ColumnKey.of(Metric.NPV_TAAS)).values()[0];
        double[] after = study.values(MixSwap.scaled(plan, 0.4), 500, ColumnKey.of(Metric.NPV_TAAS)).values()[0];
        for (int path = 0; path < before.length; path++) {
            assertThat(after[path]).isCloseTo(0.4 * before[path], within(1e-6 + 1e-9 * Math.abs(before[path])));
        }
    }

    @Test
    void aChangedScenarioStandsInForTheShippedOneOfItsName() {
        var changed = new Study(Configs.load("azure", "demand.permanentLoss=0.5"), new Study.Size(3, 200, 1),
                Shelf.in(Path.of("configs")), Study.Listener.NONE);
        assertThat(Providers.of(changed).providers().get(1).npv().taasMillion().mean().value())
                .isLessThan(row("azure").npv().taasMillion().mean().value());
        var named = new Study(Configs.load("azure", "name=my-case"), new Study.Size(3, 200, 1),
                Shelf.in(Path.of("configs")), Study.Listener.NONE);
        assertThat(Providers.of(named).providers()).hasSize(6).first().extracting(Providers.Row::scenario)
                .isEqualTo("my-case");
    }

    private Providers.Row row(String scenario) {
        return providers.providers().stream()
                .filter(row -> row.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    private MixSwap swap(String provider) {
        return providers.swaps().stream()
                .filter(swap -> swap.provider().equals(provider))
                .findFirst()
                .orElseThrow();
    }
}
