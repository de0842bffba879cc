package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.Configs;
import io.tailrace.kernel.LaneKernel;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.random.CrossEntropy;
import io.tailrace.random.Draw;
import io.tailrace.random.DrawAddress;
import io.tailrace.random.Sampling;
import io.tailrace.random.Tilt;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The lane kernel against the scalar model, bit for bit: every quantity of every quarter and every metric.
class KernelTwinsTest {
    private static final List<String> SCENARIOS =
            List.of("aws-bedrock", "azure", "google-cloud", "oracle", "neocloud", "reference");

    static Stream<String> scenarios() {
        return SCENARIOS.stream();
    }

    static Stream<String> stresses() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("configs", "stress"))) {
            return files.map(file -> file.getFileName().toString().replace(".yaml", "")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyBitOfEveryQuantityAgrees(String name) {
        Plan plan = Configs.plan(name, "outputs.quarterly=[]");
        assertSameBits(plan, 2026, 0, 700);
        assertSameBits(plan, -1, 1024L * 4_000_000, 130);
    }

    @ParameterizedTest
    @MethodSource("stresses")
    void stressesAgreeToTheBit(String stress) {
        LoadedScenario loaded = Configs.stressed("aws-bedrock", stress);
        assertSameBits(PlanCompiler.compile(loaded.scenario()), 7, 0, 192);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 13, 63, 64, 65, 207, 1024})
    void awkwardPathCountsAgree(int paths) {
        assertSameBits(Configs.plan("aws-bedrock"), 3, 0, paths);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"shocks.copula=student-t;shocks.degreesOfFreedom=4", "quarters=1", "quarters=3", "quarters=40",
                "demand.priceElasticity={pert: {min: 0.5, mode: 1, max: 1.6}}", "lease.termQuarters=8",
                "tokenService.floor=1", "tokenService.reuseShare=0", "mixShares=[0.3]",
                "demand.growthVolatility={discrete: {values: [0.01, 0.05], probabilities: [0.5, 0.5]}}"})
    void unusualTermsAgree(String sets) {
        assertSameBits(Configs.plan("aws-bedrock", sets.split(";")), 11, 0, 256);
    }

    @Test
    void aBusinessWithoutMegawattsAgrees() {
        assertSameBits(Configs.plan("reference", "capacity.openingMw=0", "outputs.quarterly=[]"), 11, 0, 256);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[taasEbit]", "[providerMargin]", "[taasShareOfGrossProfitIncrease, labRunRate]"})
    void whatIsNotRecordedDoesNotChangeWhatIs(String outputs) {
        assertSameBits(Configs.plan("aws-bedrock", "outputs.quarterly=" + outputs, "backTest=[]"), 5, 0, 256);
    }

    @Test
    void replacedDrawsAgree() {
        var replaced = Set.of(
                DrawAddress.COMMON_DELAY,
                DrawAddress.ofProject(1),
                DrawAddress.of(Draw.DEMAND),
                DrawAddress.of(Draw.REGIME),
                DrawAddress.of(Draw.JUMP),
                DrawAddress.of(Draw.JUMP_SIZE),
                DrawAddress.of(Draw.DEFAULT),
                DrawAddress.ofParameter("tokenService.floor"));
        assertSameBits(Configs.plan("aws-bedrock"), new Sampling.PickFreeze(7, 8, replaced), 1_000, 130);
    }

    @Test
    void shocksDrawnInAnotherOrderAgree() {
        Plan plan = Configs.plan("aws-bedrock").drawingFirst(List.of(Factor.SPOT, Factor.EFFICIENCY, Factor.GROWTH));
        assertSameBits(plan, 7, 1_000, 130);
        assertSameBits(plan.recording(), 7, 1_000, 130);
    }

    @ParameterizedTest
    @EnumSource
    void evenPointsAgree(Sampling.QuasiRandom.Design design) {
        var sampling = new Sampling.QuasiRandom(5, 1024, design);
        assertSameBits(Configs.plan("aws-bedrock"), sampling, 2048, 130);
        assertSameBits(Configs.plan("reference"), sampling, 1024 * 16, 1024);
        assertSameBits(Configs.plan("azure", "shocks.copula=student-t", "shocks.degreesOfFreedom=4"), sampling, 0, 70);
    }

    /// By the laws that some paths suggest, whatever they have met.
    @ParameterizedTest
    @ValueSource(strings = {"aws-bedrock", "reference"})
    void pathsOfOtherLawsAgree(String name) {
        Plan plan = Configs.plan(name);
        var plain = new Sampling.Tilted(3, List.of());
        double[] ones = new double[400];
        Arrays.fill(ones, 1);
        Tilt some = CrossEntropy.fit(plain, plan.drawShape(), path -> path % 7 == 0, ones);
        Tilt few = CrossEntropy.fit(plain, plan.drawShape(), path -> path % 31 == 0, ones);
        assertSameBits(plan, new Sampling.Tilted(4, List.of(some, few)), 1024, 300);
    }

    private static void assertSameBits(Plan plan, long seed, long firstPath, int paths) {
        assertSameBits(plan, new Sampling.Plain(seed), firstPath, paths);
    }

    private static void assertSameBits(Plan plan, Sampling sampling, long firstPath, int paths) {
        Layout layout = Recording.layout(plan);
        double[][] scalar = new double[layout.columns().size()][BlockSummary.PATHS];
        double[][] lanes = new double[layout.columns().size()][BlockSummary.PATHS];
        new ModelKernel(plan, sampling).block(firstPath, paths, scalar);
        new LaneKernel(plan, sampling).block(firstPath, paths, lanes);
        int different = 0;
        var first = new StringBuilder();
        for (int column = 0; column < lanes.length; column++) {
            for (int path = 0; path < paths; path++) {
                // + 0.0 makes one zero of both, which no output tells apart
                if (Double.doubleToLongBits(scalar[column][path] + 0.0) != Double
                        .doubleToLongBits(lanes[column][path] + 0.0)) {
                    if (different++ < 10) {
                        first.append(layout.columns().get(column)).append(" path ").append(path).append(": model ")
                                .append(scalar[column][path]).append(", lanes ").append(lanes[column][path])
                                .append('\n');
                    }
                }
            }
        }
        assertThat(different).as(first.toString()).isZero();
    }
}
