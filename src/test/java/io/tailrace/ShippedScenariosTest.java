package io.tailrace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tailrace.engine.Progress;
import io.tailrace.engine.RunResult;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Metric;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.summary.ColumnStatistics;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every file in `configs/` runs, alone and under every stress.
final class ShippedScenariosTest {
    private static final int PATHS = 2000;
    private static final int STRESSED_PATHS = 200;
    private static final Set<String> CONFIDENCES = Set.of("high", "medium", "low", "assumption");

    /// The reference workload knows no such regime, and states depreciation instead of lives.
    private static final Set<String> INAPPLICABLE = Set.of("bust-now", "it-life-three-years");

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyScenarioRuns(String scenario) {
        assertSound(run(Configs.load(scenario), PATHS), PATHS);
    }

    @ParameterizedTest
    @MethodSource("stresses")
    void everyStressRunsOverEveryScenarioItAppliesTo(String stress) throws IOException {
        for (String scenario : scenarios().toList()) {
            if (scenario.equals("reference") && INAPPLICABLE.contains(stress)) {
                assertThatExceptionOfType(InvalidScenarioException.class)
                        .isThrownBy(() -> Configs.stressed(scenario, stress));
            } else {
                assertSound(run(Configs.stressed(scenario, stress), STRESSED_PATHS), STRESSED_PATHS);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("stresses")
    void everyStressChangesTheAwsScenario(String stress) {
        assertThat(Configs.stressed("aws-bedrock", stress).sha256()).isNotEqualTo(Configs.load("aws-bedrock").sha256());
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void everyParameterCarriesItsSource(String scenario) {
        assertSourced(Configs.load(scenario));
    }

    @ParameterizedTest
    @MethodSource("stresses")
    void everyStressedParameterCarriesItsSource(String stress) {
        assertSourced(Configs.stressed("aws-bedrock", stress));
    }

    private static void assertSourced(LoadedScenario loaded) {
        assertThat(loaded.register()).isNotEmpty().allSatisfy(entry -> {
            var provenance = entry.provenance();
            assertThat(provenance.source()).as(entry.key()).isNotBlank();
            if (!provenance.source().equals("preset")) {
                assertThat(provenance.asOf()).as(entry.key()).matches("20\\d\\d-\\d\\d-\\d\\d");
                assertThat(provenance.confidence()).as(entry.key()).isIn(CONFIDENCES);
            }
        });
    }

    private static void assertSound(RunResult run, long paths) {
        for (Metric metric : List.of(Metric.NPV_TAAS, Metric.NPV_IAAS, Metric.NPV_DIFFERENCE)) {
            ColumnStatistics s = run.of(metric.key(), 0);
            assertThat(s.count()).isEqualTo(paths);
            assertThat(s.min()).isFinite();
            assertThat(s.max()).isFinite().isGreaterThan(s.min());
        }
        assertThat(run.summary().paths()).isEqualTo(paths);
    }

    private static RunResult run(LoadedScenario loaded, int paths) {
        return RunResult.of(new Simulation(PlanCompiler.compile(loaded.scenario()), 2026, paths, 2), Progress.NONE);
    }

    static Stream<String> scenarios() throws IOException {
        return yaml(Path.of("configs")).filter(name -> !isBatch(Path.of("configs", name + ".yaml")));
    }

    private static boolean isBatch(Path file) {
        try {
            return Files.readString(file).contains("\ngroups:");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> stresses() throws IOException {
        return yaml(Path.of("configs/stress"));
    }

    private static Stream<String> yaml(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }
}
