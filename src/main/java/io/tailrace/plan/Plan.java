package io.tailrace.plan;

import io.tailrace.random.DrawShape;
import io.tailrace.random.Streams;
import io.tailrace.scenario.Measure;
import java.util.Arrays;
import java.util.List;

/// What will be computed: the scenario with names turned into indices and distributions into curves.
///
/// After it nothing can be invalid. It holds no strings that matter to arithmetic, and the same
/// scenario always gives the same plan.
///
/// @param quarters T, simulated quarters t = 1 … T
/// @param openingRegime regime at t = 0, counted from 0
/// @param referenceRegime regime whose drift everyone expects, or -1
/// @param cumulativeTransition `[from][to]`, running sums of the transition rows, the last exactly 1
/// @param growthFromOpening whether growth already reverts from today's pace in the first quarter (the scenario
///     states `openingGrowth`) or starts at next quarter's expected pace (`nextGrowth`)
/// @param normalJumps whether jump sizes are normal, at the regime's probability, instead of lognormal losses and gains
/// @param tokensPerMwStated whether tokens per MW are stated, or follow from observed utilisation
/// @param depreciationStated whether depreciation is stated, or follows from capex and lives
/// @param baseGrossMarginStated whether the base line states a gross margin; its EBIT margin stands in where not
/// @param otherAiGrossMarginStated the same of AI capacity leased outside this business
/// @param tiersPerMw whether excess thresholds are per MW of the business or in total
/// @param sellsTokens whether the provider's results hold the TaaS line or the same MW leased
/// @param temporaryLossFrom first quarter of the temporary loss of demand; it lasts `temporaryLossQuarters`, 0 if none
/// @param forcedDefaultQuarter quarter in which the tenant defaults whatever is drawn, 0 if none
/// @param historyTaas gross profit of TaaS in quarters t = -3 … 0 in $M, empty if unknown
/// @param historyProvider gross profit of the provider, likewise
/// @param recorded quantities whose distribution is kept, in order
public record Plan(
        String name,
        String openingQuarter,
        int quarters,
        Parameters parameters,
        int openingRegime,
        int referenceRegime,
        double[][] cumulativeTransition,
        Copula copula,
        List<ProjectPlan> projects,
        double[] mixShares,
        boolean growthFromOpening,
        boolean normalJumps,
        boolean tokensPerMwStated,
        boolean depreciationStated,
        boolean baseGrossMarginStated,
        boolean otherAiGrossMarginStated,
        boolean tiersPerMw,
        boolean sellsTokens,
        int temporaryLossFrom,
        int temporaryLossQuarters,
        int forcedDefaultQuarter,
        double[] historyTaas,
        double[] historyProvider,
        List<Quantity> recorded) {

    /// Number of demand regimes.
    public int regimes() {
        return cumulativeTransition.length;
    }

    /// Which draws its paths need.
    public DrawShape drawShape() {
        int[] streams = Arrays.stream(parameters.drawn())
                .map(slot -> Streams.ofParameter(parameters.keys().get(slot)))
                .toArray();
        if (Arrays.stream(streams).distinct().count() < streams.length) {
            throw new IllegalStateException("two uncertain parameters share a stream of random numbers");
        }
        return new DrawShape(streams, projects.size(), quarters, openingRegime, cumulativeTransition);
    }

    /// The same plan with one parameter certain: `value` on every path, for each item where the parameter is a list.
    ///
    /// The same as compiling the scenario again with that constant, and cheaper.
    public Plan with(Parameter parameter, double value) {
        Parameters changed = parameters;
        int first = parameters.offset()[parameter.ordinal()];
        for (int slot = first; slot < first + parameters.count(parameter); slot++) {
            changed = changed.with(slot, new Curve.Constant(value), value);
        }
        return with(changed);
    }

    /// The same plan with a parameter, each item of it where it is a list, times a positive factor on every path.
    public Plan times(Parameter parameter, double factor) {
        Parameters changed = parameters;
        int first = parameters.offset()[parameter.ordinal()];
        for (int slot = first; slot < first + parameters.count(parameter); slot++) {
            changed = changed.with(
                    slot, parameters.curves().get(slot).times(factor), factor * parameters.points()[slot]);
        }
        return with(changed);
    }

    /// The same plan with the parameter in that slot drawn from another curve, or constant.
    ///
    /// @param point value at t = 0 and in deterministic runs
    public Plan with(int slot, Curve curve, double point) {
        return with(parameters.with(slot, curve, point));
    }

    /// The same plan that records these quantities only; what is not recorded is not computed where it can be left out.
    public Plan recording(Quantity... quantities) {
        return with(parameters, copula, mixShares, List.of(quantities));
    }

    /// The same plan with the NPVs of these mixes.
    public Plan withMixes(double... shares) {
        return with(parameters, copula, shares.clone(), recorded);
    }

    /// The same plan with the shocks of a quarter drawn in another order: other paths, of the same law.
    ///
    /// See [Copula#inOrder].
    public Plan drawingFirst(List<Factor> first) {
        return with(parameters, copula.inOrder(first), mixShares, recorded);
    }

    private Plan with(Parameters changed) {
        return with(changed, copula, mixShares, recorded);
    }

    private Plan with(Parameters changed, Copula shocks, double[] mixes, List<Quantity> quantities) {
        return new Plan(
                name,
                openingQuarter,
                quarters,
                changed,
                openingRegime,
                referenceRegime,
                cumulativeTransition,
                shocks,
                projects,
                mixes,
                growthFromOpening,
                normalJumps,
                tokensPerMwStated,
                depreciationStated,
                baseGrossMarginStated,
                otherAiGrossMarginStated,
                tiersPerMw,
                sellsTokens,
                temporaryLossFrom,
                temporaryLossQuarters,
                forcedDefaultQuarter,
                historyTaas,
                historyProvider,
                quantities);
    }

    /// Label of quarter t, such as 2026Q2 for t = 1 after an opening quarter 2026Q1.
    public String label(int t) {
        int year = Integer.parseInt(openingQuarter.substring(0, 4));
        int index = year * 4 + (openingQuarter.charAt(5) - '1') + t;
        return index / 4 + "Q" + (index % 4 + 1);
    }

    /// Names of the path metrics, those of [Metric] first, then the NPV of each mix.
    public List<String> metricKeys() {
        var keys = new java.util.ArrayList<String>();
        for (Metric metric : Metric.values()) {
            keys.add(metric.key());
        }
        for (double share : mixShares) {
            keys.add(mixKey(share));
        }
        return List.copyOf(keys);
    }

    /// Unit of a path metric, mixes included.
    public Unit unitOfMetric(String key) {
        return Arrays.stream(Metric.values())
                .filter(metric -> metric.key().equals(key))
                .map(Metric::unit)
                .findFirst()
                .orElse(Unit.MONEY);
    }

    /// Name of the NPV of the mix that sells tokens on `share` of the MW, such as npvMix0.25.
    public static String mixKey(double share) {
        return Measure.metricOfMix(share);
    }
}
