package io.tailrace.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tailrace.Configs;
import io.tailrace.model.Draws;
import io.tailrace.model.Path;
import io.tailrace.model.PathModel;
import io.tailrace.scenario.Input;
import io.tailrace.scenario.Scenario;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanCompilerTest {
    /// Every [Input] of a scenario but the delays, which become curves of projects, is a parameter and the other way
    /// round: nothing the user states is read by nobody.
    @Test
    void theParametersAreExactlyTheInputsOfAScenario() {
        var inputs = new HashSet<String>();
        collect(Scenario.class, "", inputs);
        inputs.remove("capacity.projects[].delayQuarters");
        inputs.remove("capacity.delayQuarters");
        Set<String> keys = new HashSet<>(Arrays.stream(Parameter.values()).map(Parameter::key).toList());
        assertThat(keys).isEqualTo(inputs);
        assertThat(keys).hasSameSizeAs(Parameter.values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"reference", "aws-bedrock", "azure", "google-cloud", "oracle", "neocloud"})
    void everyParameterOfEveryShippedScenarioResolves(String name) {
        Plan plan = Configs.plan(name);
        Parameters parameters = plan.parameters();
        for (Parameter parameter : Parameter.values()) {
            for (int i = 0; i < parameters.count(parameter); i++) {
                int slot = parameters.slot(parameter.key(i)).orElseThrow();
                assertThat(parameters.offset()[parameter.ordinal()] + i).isEqualTo(slot);
            }
        }
        assertThat(parameters.count(Parameter.REGIME_DRIFT)).isEqualTo(plan.regimes());
        assertThat(parameters.count(Parameter.FLOOR)).isEqualTo(1);
        assertThat(parameters.keys()).doesNotHaveDuplicates().hasSameSizeAs(parameters.curves());
        assertThat(parameters.slot("no.such.key")).isEmpty();
    }

    @Test
    void anEntryOfThePipelineIsOneProjectForEachPlannedQuarter() {
        List<ProjectPlan> projects = Configs.plan("aws-bedrock").projects();
        assertThat(projects).hasSize(16);
        assertThat(projects.stream().map(project -> (int) project.plannedQuarter()))
                .containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15);
        assertThat(projects.stream().mapToInt(ProjectPlan::entry))
                .containsExactly(0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2);
        assertThat(projects.stream().map(ProjectPlan::ownBusinessShare).filter(own -> own)).hasSize(1);
        assertThat(projects.getFirst().ownBusinessShare()).isTrue();
    }

    /// Without projects' gross profit of last year there is no increase; the fifth quarter is the first with one.
    @ParameterizedTest
    @ValueSource(strings = {"", "base", "otherAi", "both"})
    void eachLineHasItsGrossMarginOrItsEbitMargin(String stated) {
        double base = stated.equals("base") || stated.equals("both") ? 0.6 : 0.37;
        double other = stated.equals("otherAi") || stated.equals("both") ? 0.5 : 0.25;
        var sets = new ArrayList<String>();
        if (base == 0.6) {
            sets.add("provider.baseGrossMargin=0.6");
        }
        if (other == 0.5) {
            sets.add("provider.otherAiGrossMargin=0.5");
        }
        Plan plan = Configs.plan("reference", sets.toArray(String[]::new));
        var path = new Path(plan);
        new PathModel(plan).run(new Draws(plan), path);
        double[] profit = new double[6];
        for (int t = 1; t <= 5; t++) {
            profit[t] = base * path.at(Quantity.BASE_REVENUE, t)
                    + other * path.at(Quantity.OTHER_AI_REVENUE, t)
                    + path.at(Quantity.TAAS_GROSS_PROFIT, t);
        }
        double line = path.at(Quantity.TAAS_GROSS_PROFIT, 5) - path.at(Quantity.TAAS_GROSS_PROFIT, 1);
        assertThat(path.at(Quantity.TAAS_SHARE_OF_GROSS_PROFIT_INCREASE, 5))
                .isCloseTo(line / (profit[5] - profit[1]), within(1e-12));
        assertThat(path.at(Quantity.TAAS_SHARE_OF_GROSS_PROFIT_INCREASE, 4)).isNaN();
    }

    @Test
    void quartersAreLabelledFromTheOpeningOne() {
        Plan plan = Configs.plan("reference", "openingQuarter=2026Q3");
        assertThat(plan.label(0)).isEqualTo("2026Q3");
        assertThat(plan.label(1)).isEqualTo("2026Q4");
        assertThat(plan.label(2)).isEqualTo("2027Q1");
        assertThat(plan.label(20)).isEqualTo("2031Q3");
    }

    @Test
    void recordedQuantitiesAreTheChosenOnesWithThoseOfTheBackTest() {
        assertThat(Configs.plan("reference").recorded()).hasSize(8);
        assertThat(Configs.plan("reference", "outputs.quarterly=[]").recorded()).containsExactly(Quantity.values());
        assertThat(Configs.plan("aws-bedrock", "outputs.quarterly=[spot]").recorded())
                .contains(Quantity.SPOT, Quantity.TAAS_SHARE_OF_AI, Quantity.PROVIDER_EBIT)
                .hasSizeLessThan(12);
    }

    @Test
    void metricNamesEndWithTheMixes() {
        Plan plan = Configs.plan("reference", "mixShares=[0, 0.25, 1]");
        assertThat(plan.metricKeys()).endsWith("npvMix0", "npvMix0.25", "npvMix1").startsWith("npvTaas");
    }

    @Test
    void transitionsAccumulateToExactlyOne() {
        double[][] cumulative = Configs.plan("aws-bedrock").cumulativeTransition();
        for (double[] row : cumulative) {
            assertThat(row[3]).isEqualTo(1);
            assertThat(row).isSorted();
        }
        assertThat(cumulative[0][1]).isCloseTo(0.95, within(1e-15));
    }

    @Test
    void regimesAreCountedInFileOrder() {
        Plan plan = Configs.plan("aws-bedrock");
        assertThat(plan.openingRegime()).isZero();
        assertThat(plan.referenceRegime()).isEqualTo(1);
        assertThat(Configs.plan("reference").referenceRegime()).isEqualTo(-1);
    }

    private static void collect(Class<?> section, String prefix, Set<String> inputs) {
        for (RecordComponent component : section.getRecordComponents()) {
            collect(component.getGenericType(), prefix + component.getName(), inputs);
        }
    }

    private static void collect(Type type, String path, Set<String> inputs) {
        if (type == Input.class) {
            inputs.add(path);
        } else if (type instanceof ParameterizedType generic) {
            Type last = generic.getActualTypeArguments()[generic.getActualTypeArguments().length - 1];
            collect(last, generic.getRawType() == List.class ? path + "[]" : path, inputs);
        } else if (type instanceof Class<?> c && c.isRecord()) {
            collect(c, path + ".", inputs);
        }
    }
}
