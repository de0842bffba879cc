package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.Convergence;
import io.tailrace.engine.KernelChoice;
import io.tailrace.engine.PathValues;
import io.tailrace.engine.Progress;
import io.tailrace.engine.Simulation;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.random.Sampling;
import io.tailrace.scenario.InvalidScenarioException;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.Measure;
import io.tailrace.scenario.ScenarioChanges;
import io.tailrace.scenario.ScenarioLoader;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// From one scenario's figures to another's, step by step: what each group of changed assumptions does.
///
/// A group's effect is its Shapley value: what making its changes does, averaged over all orders in which the groups could
/// be made. So no order is preferred, and the effects add up to the whole to rounding. All scenarios between the two run on
/// the same paths; intervals know that.
/// Error: with more than [#EXACT_GROUPS] groups some orders stand for all; the intervals hold that error too.
/// Source: Shapley, A value for n-person games (1953).
///
/// @param paths that every scenario was run on
/// @param runs scenarios that were run
/// @param orders that stand for all; 0 where all were taken
/// @param from each measure of the first scenario
/// @param to of the second
public record Waterfall(
        long paths,
        int runs,
        int orders,
        List<Measure> measures,
        List<Estimate> from,
        List<Step> steps,
        List<Estimate> to) {
    /// With so many groups or fewer every subset of them is run.
    public static final int EXACT_GROUPS = 6;

    /// More lines than this are not read: changes are then grouped by section.
    private static final int MOST_GROUPS = 12;

    /// What the waterfall is of.
    public static final List<Measure> MEASURES = Convergence.HEADLINE;

    /// A group of changes and what it does to each measure.
    public record Step(String group, List<ScenarioChanges.Change> changes, List<Estimate> effects) {}

    /// Runs what is needed.
    ///
    /// @param progress hears of paths of all runs together
    public static Waterfall of(LoadedScenario from, LoadedScenario to, Study.Size size, Progress progress) {
        ScenarioChanges changes = ScenarioChanges.between(from, to);
        InvalidScenarioException last = null;
        for (Map<String, List<ScenarioChanges.Change>> groups : groupings(changes)) {
            try {
                return new Runs(changes, groups, from, size, progress).waterfall();
            } catch (InvalidScenarioException unsound) {
                last = unsound; // changes that only make sense together
            }
        }
        throw last;
    }

    /// Steps that it has at most.
    public static int groups(LoadedScenario from, LoadedScenario to) {
        return groupings(ScenarioChanges.between(from, to)).getFirst().size();
    }

    /// From fine to coarse: by assumption, by section, all together.
    private static List<Map<String, List<ScenarioChanges.Change>>> groupings(ScenarioChanges changes) {
        var byKey = new LinkedHashMap<String, List<ScenarioChanges.Change>>();
        var bySection = new LinkedHashMap<String, List<ScenarioChanges.Change>>();
        for (ScenarioChanges.Change change : changes.all()) {
            byKey.computeIfAbsent(change.key(), _ -> new ArrayList<>()).add(change);
            bySection.computeIfAbsent(change.section(), _ -> new ArrayList<>()).add(change);
        }
        var groupings = new ArrayList<Map<String, List<ScenarioChanges.Change>>>();
        if (byKey.size() <= MOST_GROUPS) {
            groupings.add(byKey);
        }
        groupings.add(bySection);
        groupings.add(Map.of("all changes", changes.all()));
        return groupings;
    }

    /// The runs of one grouping.
    private static final class Runs {
        private final ScenarioChanges changes;
        private final List<String> names;
        private final List<List<ScenarioChanges.Change>> groups;
        private final LoadedScenario from;
        private final Study.Size size;
        private final Progress progress;
        private final SubsetWeights weights;
        private long pathsRun;

        Runs(
                ScenarioChanges changes,
                Map<String, List<ScenarioChanges.Change>> groups,
                LoadedScenario from,
                Study.Size size,
                Progress progress) {
            this.changes = changes;
            this.names = List.copyOf(groups.keySet());
            this.groups = List.copyOf(groups.values());
            this.from = from;
            this.size = size;
            this.progress = progress;
            weights = names.size() <= EXACT_GROUPS
                    ? SubsetWeights.exact(names.size())
                    : SubsetWeights.goingRound(names.size());
        }

        Waterfall waterfall() {
            List<BitSet> subsets = weights.subsets();
            subsets.forEach(this::plan); // all must be sound before any is run
            var values = new LinkedHashMap<BitSet, double[]>();
            Influence[][] effects = new Influence[names.size()][];
            List<Estimate> first = List.of();
            List<Estimate> whole = List.of();
            for (BitSet subset : subsets) {
                Influence[] figures = figures(subset);
                values.put(subset, Arrays.stream(figures).mapToDouble(Influence::value).toArray());
                for (int g = 0; g < names.size(); g++) {
                    effects[g] = plus(effects[g], figures, weights.of(subset, g));
                }
                if (subset.isEmpty()) {
                    first = Arrays.stream(figures).map(Influence::estimate).toList();
                }
                if (subset.cardinality() == names.size()) {
                    whole = Arrays.stream(figures).map(Influence::estimate).toList();
                }
            }
            var steps = new ArrayList<Step>();
            for (int g = 0; g < names.size(); g++) {
                steps.add(new Step(names.get(g), groups.get(g), estimates(g, effects[g], values)));
            }
            return new Waterfall(
                    size.paths(), subsets.size(), weights.orders(), MEASURES, first, steps, whole);
        }

        private List<Estimate> estimates(int group, Influence[] effects, Map<BitSet, double[]> values) {
            var estimates = new ArrayList<Estimate>();
            for (int f = 0; f < effects.length; f++) {
                int figure = f;
                double ofPaths = effects[f].standardError();
                double ofOrders = weights.standardError(group, subset -> values.get(subset)[figure]);
                estimates.add(Estimate.normal(effects[f].value(), Math.hypot(ofPaths, ofOrders)));
            }
            return estimates;
        }

        private static Influence[] plus(Influence[] sum, Influence[] figures, double weight) {
            if (weight == 0) {
                return sum;
            }
            var result = new Influence[figures.length];
            for (int f = 0; f < figures.length; f++) {
                Influence part = figures[f].times(weight);
                result[f] = sum == null ? part : sum[f].plus(part);
            }
            return result;
        }

        private Plan plan(BitSet subset) {
            List<ScenarioChanges.Change> made = subset.stream().boxed().flatMap(g -> groups.get(g).stream()).toList();
            LoadedScenario between = Study.loader()
                    .parse(changes.with(made), from.scenario().name(), List.of(), ScenarioLoader.Options.STRICT);
            return PlanCompiler.compile(between.scenario()).recording().withMixes();
        }

        private Influence[] figures(BitSet subset) {
            var simulation = new Simulation(
                    plan(subset), new Sampling.Plain(size.seed()), size.paths(), size.threads(),
                    KernelChoice.forRunOf((long) size.paths() * weights.subsets().size()));
            long before = pathsRun;
            long all = (long) size.paths() * weights.subsets().size();
            PathValues values = PathValues.of(
                    simulation,
                    List.of(ColumnKey.of(Metric.NPV_TAAS), ColumnKey.of(Metric.NPV_IAAS),
                            ColumnKey.of(Metric.NPV_DIFFERENCE), ColumnKey.of(Metric.TAAS_BELOW_IAAS)),
                    (done, _) -> progress.update(before + done, all));
            pathsRun += size.paths();
            return MEASURES.stream().map(measure -> of(measure, values)).toArray(Influence[]::new);
        }

        private static Influence of(Measure measure, PathValues values) {
            double[] x = values.of(new ColumnKey(measure.metric(), 0));
            return switch (measure.statistic()) {
                case mean, probability -> Influence.mean(x);
                case p -> Influence.quantile(x, measure.level() / 100);
                case var -> Influence.quantile(x, 1 - measure.level() / 100);
                case cvar -> Influence.lowerShortfall(x, 1 - measure.level() / 100);
            };
        }
    }
}
