package io.tailrace.model;

import io.tailrace.Configs;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// The limits in which an answer is known, as plans, and samples of their paths.
///
/// Every plan starts from configs/reference.yaml with chance taken out; a test puts back what it is about.
public final class Limits {
    /// Standard errors by which an estimate may miss. Both signs together 6.3e-5 a comparison, so that the some 200
    /// comparisons of these classes would fail by chance for one choice of seeds in 80; the seeds are fixed.
    public static final double Z = 4;

    /// No volatility and no probability, nothing under construction, no feedback.
    private static final String QUIET =
            """
                    extends: reference.yaml
                    mixShares: [0, 1]
                    demand: {longRunGrowth: 0.06, growthVolatility: 0}
                    regimes: {opening: base, states: [{name: base, volatility: 0}], transition: [[1]]}
                    jumps: null
                    price: {deflation: 0.10, volatility: 0}
                    channel: {longRunShare: 0.45, lossFeedback: 0, volatility: 0}
                    trainium: {longRunTokenShare: 0.55, volatility: 0}
                    efficiency: {nextGrowth: 0, longRunGrowth: 0, volatility: 0}
                    capacity:
                      trainiumTokensTrillionPerMwQuarter: 2.2
                      spillShare: 0
                      projects: [{plannedQuarters: [40], mw: 0}]
                    lease: {spotVolatility: 0}
                    provider: {baseVolatility: 0}
                    """;

    private Limits() {}

    /// The quiet plan with some keys set, each as in `price.volatility=0.05`.
    public static Plan plan(String... sets) {
        return PlanCompiler.compile(scenario(sets).scenario());
    }

    /// The scenario of that plan.
    public static LoadedScenario scenario(String... sets) {
        return Configs.loader().parse(QUIET, "configs/quiet.yaml", List.of(sets), ScenarioLoader.Options.STRICT);
    }

    /// One number of each of the first `paths` paths, in order.
    static double[] sample(Plan plan, long seed, int paths, ToDoubleFunction<Path> of) {
        return samples(plan, seed, paths, path -> new double[]{of.applyAsDouble(path)})[0];
    }

    /// Several numbers of each path, `[number][path]`.
    static double[][] samples(Plan plan, long seed, int paths, Function<Path, double[]> of) {
        int blocks = 64;
        double[][] rows = new double[paths][];
        IntStream.range(0, blocks).parallel().forEach(block -> {
            var random = new RandomDraws(plan, seed);
            var model = new PathModel(plan);
            var draws = new Draws(plan);
            var path = new Path(plan);
            for (int i = (int) ((long) paths * block / blocks); i < (int) ((long) paths * (block + 1) / blocks); i++) {
                random.fill(i, draws);
                model.run(draws, path);
                rows[i] = of.apply(path);
            }
        });
        return transposed(rows);
    }

    private static double[][] transposed(double[][] rows) {
        double[][] columns = new double[rows[0].length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int c = 0; c < columns.length; c++) {
                columns[c][i] = rows[i][c];
            }
        }
        return columns;
    }

    static double mean(double[] values) {
        return Arrays.stream(values).sum() / values.length;
    }

    /// Of the values themselves, around their mean.
    static double variance(double[] values) {
        double mean = mean(values);
        return Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum() / values.length;
    }

    /// Standard error of the mean.
    static double standardError(double[] values) {
        return Math.sqrt(variance(values) / values.length);
    }

    /// Standard error of [#variance], from the fourth moment.
    static double standardErrorOfVariance(double[] values) {
        double mean = mean(values);
        double variance = variance(values);
        double fourth = Arrays.stream(values).map(v -> Math.pow(v - mean, 4)).sum() / values.length;
        return Math.sqrt((fourth - variance * variance) / values.length);
    }

    /// How many of the values are at most `limit`, over all.
    static double shareUpTo(double[] values, double limit) {
        return Arrays.stream(values).filter(v -> v <= limit).count() / (double) values.length;
    }

    /// Standard error of a share of `n` paths whose true value is `share`.
    public static double standardErrorOfShare(double share, double n) {
        return Math.sqrt(share * (1 - share) / n);
    }
}
