package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathDraws;
import io.tailrace.plan.Plan;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// What it would be worth to know an assumption before signing, for a choice by mean NPV and for one by CVaR95.
///
/// The choice is among selling tokens, leasing, and the scenario's mixes of both. Only parameters can be learnt before
/// signing; what chance decides later cannot, so that perfect information is a bound that nothing reaches. By CVaR95 the
/// value is what adapting the choice adds to the CVaR95 of all that may come of it.
public record Information(int paths, List<Choice> choices) implements Analysis {
    private static final int PATHS = 1 << 18;
    private static final int MOST_BINS = 32;
    private static final int FEWEST_PATHS_IN_A_BIN = 256;

    /// A choice and what could improve it, in $M.
    ///
    /// @param tokenShare share of the MW that sells tokens in the action that is best without knowing more
    /// @param worthMillion mean NPV or CVaR95 of that action
    /// @param perfectMillion value of knowing everything, chance included
    /// @param allParametersMillion value of knowing all uncertain parameters at once, at least
    /// @param parameters from the most valuable to the least
    public record Choice(
            Criterion criterion,
            double tokenShare,
            Estimate worthMillion,
            Estimate perfectMillion,
            Optional<Estimate> allParametersMillion,
            List<Value> parameters) {}

    /// Of knowing one parameter.
    public record Value(String parameter, Estimate valueMillion) {}

    static Information of(Study study) {
        int paths = study.paths(PATHS);
        double[] shares = shares(study.plan());
        Plan plan = study.lean().withMixes(shares);
        ColumnKey[] keys = Arrays.stream(shares).mapToObj(ColumnKey::ofMix).toArray(ColumnKey[]::new);
        double[][] actions = study.values(plan, paths, keys).values();
        PathDraws draws = study.draws(paths);
        int bins = Math.clamp(paths / FEWEST_PATHS_IN_A_BIN, 1, MOST_BINS);
        List<Knowledge.Bins> single = Arrays.stream(draws.parameters())
                .map(values -> Knowledge.Bins.of(values, bins))
                .toList();
        Optional<Knowledge.Regression> all =
                single.isEmpty() ? Optional.empty() : Optional.of(new Knowledge.Regression(draws.parameters(), bins));
        List<Choice> choices = Arrays.stream(Criterion.values())
                .map(criterion -> {
                    var value = new InformationValue(actions, criterion);
                    return new Choice(
                            criterion,
                            shares[value.usual()],
                            criterion.of(actions[value.usual()]).estimate(),
                            value.perfect(),
                            all.map(value::of),
                            values(value, draws.parameterKeys(), single));
                })
                .toList();
        return new Information(paths, choices);
    }

    private static List<Value> values(InformationValue value, List<String> keys, List<Knowledge.Bins> single) {
        return IntStream.range(0, keys.size())
                .parallel()
                .mapToObj(i -> new Value(keys.get(i), value.of(single.get(i))))
                .sorted(Comparator.comparingDouble((Value one) -> one.valueMillion().value()).reversed())
                .toList();
    }

    /// The scenario's mixes with both pure contracts.
    private static double[] shares(Plan plan) {
        var shares = new TreeSet<Double>(List.of(0.0, 1.0));
        Arrays.stream(plan.mixShares()).forEach(shares::add);
        return shares.stream().mapToDouble(share -> share).toArray();
    }
}
