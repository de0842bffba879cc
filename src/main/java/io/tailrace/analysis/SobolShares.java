package io.tailrace.analysis;

import io.tailrace.plan.Factor;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Whose uncertainty the outcomes' uncertainty is: first-order and total indices of every driver, for the NPVs and for
/// how they stand in their worst 5 %; and how much is uncertain parameters and how much path noise.
///
/// @param paths of each run
public record SobolShares(int paths, List<Output> outputs) implements Analysis {
    private static final int PATHS = 1 << 15;

    /// One measure of one outcome.
    ///
    /// @param drivers from the one that decides most to the one that decides least
    public record Output(Metric outcome, TailMeasure measure, Split split, List<Share> drivers) {}

    /// Parts of the variance, whose sum is 1.
    ///
    /// @param parameters what would go if all uncertain parameters were known
    /// @param pathNoise what would go if all else were known
    /// @param together what only both remove
    public record Split(Estimate parameters, Estimate pathNoise, Estimate together) {}

    /// One driver's part.
    ///
    /// @param correlated whether other shocks say something of it. Then `first` includes what it says of them, and
    ///     `total` only what they do not say of it, so that it may be the smaller one: the full and the independent
    ///     index of Mara & Tarantola, Variance-based sensitivity indices for models with dependent inputs, Reliability
    ///     Engineering & System Safety 107 (2012)
    public record Share(String driver, Driver.Kind kind, boolean correlated, Estimate first, Estimate total) {
        /// The larger of both.
        public double most() {
            return Math.max(first.value(), total.value());
        }
    }

    static SobolShares of(Study study) {
        return new Runs(study, study.paths(PATHS)).shares();
    }

    /// All runs, and what two of them say together.
    private static final class Runs {
        private final SharedDraws draws;
        private final int paths;
        private final double[][] base;
        private final double[][] other;
        private final List<Influence> variances;

        Runs(Study study, int paths) {
            this.paths = paths;
            draws = new SharedDraws(study, paths);
            base = draws.plain(draws.plan(), 0, paths);
            other = draws.plain(draws.plan(), 1, paths);
            variances = IntStream.range(0, base.length)
                    .mapToObj(output -> SobolIndices.variance(base[output], other[output]))
                    .toList();
        }

        SobolShares shares() {
            List<SobolIndices[]> indices = draws.drivers().stream().map(this::indices).toList();
            Split[] splits = splits();
            var outputs = new ArrayList<Output>();
            for (int output = 0; output < base.length; output++) {
                var shares = new ArrayList<Share>();
                for (int i = 0; i < indices.size(); i++) {
                    Driver driver = draws.drivers().get(i);
                    SobolIndices own = indices.get(i)[output];
                    shares.add(new Share(
                            driver.key(), driver.kind(), driver.isCorrelated(draws.plan()), own.first(), own.total()));
                }
                shares.sort(Comparator.comparingDouble(Share::most).reversed());
                var asked = draws.outputs().get(output);
                outputs.add(new Output(asked.outcome(), asked.measure(), splits[output], List.copyOf(shares)));
            }
            return new SobolShares(paths, List.copyOf(outputs));
        }

        /// By output.
        private SobolIndices[] indices(Driver driver) {
            if (driver.isCorrelated(draws.plan())) {
                return correlated(driver, driver.factor().orElseThrow());
            }
            double[][] mixed = draws.replacing(draws.plan(), driver.addresses(), 0, 1, paths);
            return IntStream.range(0, base.length)
                    .mapToObj(output -> SobolIndices.of(base[output], other[output], mixed[output]))
                    .toArray(SobolIndices[]::new);
        }

        private SobolIndices[] correlated(Driver driver, Factor factor) {
            Plan first = draws.first(factor);
            double[][] one = draws.plain(first, 1, paths);
            double[][] sharing = draws.replacing(first, driver.addresses(), 0, 1, paths);
            double[][] rest = draws.plain(first, 0, paths);
            Plan last = draws.last(factor);
            double[][] two = draws.plain(last, 0, paths);
            double[][] sharingTheRest = draws.replacing(last, driver.addresses(), 0, 1, paths);
            return IntStream.range(0, base.length)
                    .mapToObj(output -> new SobolIndices(
                            SobolIndices.first(one[output], sharing[output], rest[output], variances.get(output))
                                    .estimate(),
                            SobolIndices.total(two[output], sharingTheRest[output], variances.get(output))
                                    .estimate()))
                    .toArray(SobolIndices[]::new);
        }

        /// By output; parameters and path noise are independent of each other.
        private Split[] splits() {
            var parameters = draws.drivers().stream()
                    .filter(driver -> driver.kind() == Driver.Kind.PARAMETER)
                    .toList();
            double[][] mixed = draws.replacing(draws.plan(), Driver.addresses(parameters), 0, 1, paths);
            return IntStream.range(0, base.length)
                    .mapToObj(output -> split(base[output], other[output], mixed[output], variances.get(output)))
                    .toArray(Split[]::new);
        }
    }

    /// @param mixed as `base`, the parameters of `other`
    private static Split split(double[] base, double[] other, double[] mixed, Influence variance) {
        Influence parameters = SobolIndices.first(other, mixed, base, variance);
        Influence pathNoise = SobolIndices.first(base, mixed, other, variance);
        Influence all = variance.over(variance);
        return new Split(
                parameters.estimate(),
                pathNoise.estimate(),
                all.minus(parameters).minus(pathNoise).estimate());
    }
}
