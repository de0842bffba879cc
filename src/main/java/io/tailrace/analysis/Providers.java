package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.OpeningState;
import io.tailrace.engine.PathValues;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import io.tailrace.summary.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The shipped providers side by side, each in its own scenario on the same paths, and the swap test: what a provider's
/// margin would be with another's mix of tokens and leases.
///
/// The study's own scenario stands in for the shipped one of its name, or comes first where none has it.
///
/// @param paths first so many of the study's, for each provider
/// @param unfit scenarios that are not sound
public record Providers(int paths, List<Row> providers, List<MixSwap> swaps, List<Unfit> unfit) implements Analysis {
    private static final int MOST_PATHS = 1 << 17;
    private static final int SWAP_PATHS = 1 << 15;

    /// Whose mix is swapped for whose.
    private static final List<List<String>> SWAPS = List.of(
            List.of("aws-bedrock", "azure"), List.of("azure", "aws-bedrock"), List.of("google-cloud", "aws-bedrock"));

    /// One provider.
    ///
    /// @param sellsTokens whether it has a TaaS line; if not, what TaaS would be is a what-if on the same MW
    /// @param taasMargin discounted EBIT over discounted revenue of the whole term: mean over mean
    /// @param providerMarginAtEnd EBIT margin of the provider as a whole in the last quarter: mean over mean
    public record Row(
            String scenario,
            String provider,
            boolean sellsTokens,
            Opening opening,
            HeadlineNumbers npv,
            Estimate taasMargin,
            Estimate iaasMargin,
            Estimate providerMarginAtEnd) {}

    /// The opening quarter with point values: computed, not simulated.
    public record Opening(
            double revenueMillion,
            double aiShareOfRevenue,
            double taasShareOfAi,
            double providerMargin,
            double taasMargin,
            double iaasMargin) {
        static Opening of(Plan plan) {
            var state = new OpeningState(plan);
            return new Opening(
                    state.of(Quantity.PROVIDER_REVENUE),
                    state.of(Quantity.AI_SHARE),
                    state.of(Quantity.TAAS_SHARE_OF_AI),
                    state.of(Quantity.PROVIDER_MARGIN),
                    state.of(Quantity.TAAS_MARGIN),
                    state.of(Quantity.IAAS_MARGIN));
        }
    }

    static Providers of(Study study) {
        int paths = study.paths(MOST_PATHS);
        var unfit = new ArrayList<Unfit>();
        Map<String, LoadedScenario> scenarios = scenarios(study, unfit);
        List<Row> rows =
                scenarios.values().stream().map(each -> row(study, each, paths)).toList();
        var swaps = new ArrayList<MixSwap>();
        for (List<String> swap : SWAPS) {
            if (scenarios.keySet().containsAll(swap)) {
                MixSwap.of(study, plan(scenarios.get(swap.getFirst())), plan(scenarios.get(swap.getLast())),
                        study.paths(SWAP_PATHS))
                        .ifPresent(swaps::add);
            }
        }
        return new Providers(paths, rows, List.copyOf(swaps), List.copyOf(unfit));
    }

    private static Map<String, LoadedScenario> scenarios(Study study, List<Unfit> unfit) {
        var shipped = new LinkedHashMap<String, LoadedScenario>();
        for (Path file : study.shelf().providers()) {
            try {
                LoadedScenario scenario =
                        Study.loader().load(file, List.of(), List.of(), ScenarioLoader.Options.STRICT);
                shipped.put(scenario.scenario().name(), scenario);
            } catch (InvalidScenarioException e) {
                unfit.add(Unfit.of(file, e));
            }
        }
        var all = new LinkedHashMap<String, LoadedScenario>();
        String own = study.scenario().name();
        if (!shipped.containsKey(own)) {
            all.put(own, study.loaded());
        }
        all.putAll(shipped);
        all.put(own, study.loaded());
        return all;
    }

    private static Row row(Study study, LoadedScenario scenario, int paths) {
        Plan plan = plan(scenario);
        PathValues values = study.values(
                plan,
                paths,
                ColumnKey.of(Metric.NPV_TAAS),
                ColumnKey.of(Metric.NPV_IAAS),
                ColumnKey.of(Metric.NPV_DIFFERENCE),
                ColumnKey.of(Metric.PV_TAAS_REVENUE),
                ColumnKey.of(Metric.PV_IAAS_REVENUE),
                ColumnKey.of(Quantity.PROVIDER_EBIT, plan.quarters()),
                ColumnKey.of(Quantity.PROVIDER_REVENUE, plan.quarters()));
        return new Row(
                scenario.scenario().name(),
                Optional.of(scenario.scenario().provider().name())
                        .filter(name -> !name.isEmpty())
                        .orElse(scenario.scenario().name()),
                plan.sellsTokens(),
                Opening.of(plan),
                HeadlineNumbers.of(values),
                margin(values, Metric.NPV_TAAS, Metric.PV_TAAS_REVENUE),
                margin(values, Metric.NPV_IAAS, Metric.PV_IAAS_REVENUE),
                margin(values, plan.quarters()).estimate());
    }

    private static Estimate margin(PathValues values, Metric npv, Metric revenue) {
        return Influence.mean(values.of(npv)).over(Influence.mean(values.of(revenue))).estimate();
    }

    /// Of the provider as a whole in quarter t: mean EBIT over mean revenue, as a mean of margins would hang on the paths
    /// on which next to no revenue is left.
    static Influence margin(PathValues values, int t) {
        return Influence.mean(values.of(Quantity.PROVIDER_EBIT, t))
                .over(Influence.mean(values.of(Quantity.PROVIDER_REVENUE, t)));
    }

    private static Plan plan(LoadedScenario scenario) {
        return Study.lean(scenario).recording(Quantity.PROVIDER_EBIT, Quantity.PROVIDER_REVENUE);
    }
}
