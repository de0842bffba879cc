package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.PathDraws;
import io.tailrace.engine.PathValues;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;

/// One driver as one number a path, over the first quarters, and how many standard deviations that is from its mean.
///
/// Parameters stand by their value, brought to the normal law by ranks; shocks by the sum of their normals, which is
/// normal as it is; delays by MW-quarters late, regimes by the sum of their drifts, jumps by the sum of their sizes,
/// default and renegotiation by whether they have happened, all of them only centred and scaled.
///
/// @param values `[path]`, in the driver's unit
/// @param scores `[path]`, mean 0 and standard deviation 1
record DriverScore(Driver driver, double[] values, double[] scores) {
    private static final NormalDistribution NORMAL = new NormalDistribution(null, 0, 1);

    /// What [#of] reads of a run beside its draws.
    static List<ColumnKey> columns(int quarters) {
        return EVENTS.stream()
                .flatMap(quantity -> IntStream.rangeClosed(1, quarters).mapToObj(t -> ColumnKey.of(quantity, t)))
                .toList();
    }

    static final List<Quantity> EVENTS = List.of(
            Quantity.REGIME, Quantity.JUMP, Quantity.BUSINESS_LATE_MW, Quantity.RENEGOTIATED, Quantity.DEFAULTS);

    /// Of every driver that differs between paths within so many quarters.
    static List<DriverScore> of(Plan plan, PathValues events, PathDraws draws, int quarters) {
        var scores = new ArrayList<DriverScore>();
        for (Driver driver : Driver.of(plan)) {
            values(driver, plan, events, draws, quarters)
                    .map(values -> scored(driver, values))
                    .filter(score -> Double.isFinite(score.scores[0]))
                    .ifPresent(scores::add);
        }
        return List.copyOf(scores);
    }

    static DriverScore scored(Driver driver, double[] values) {
        return new DriverScore(
                driver, values, driver.kind() == Driver.Kind.PARAMETER ? normalScores(values) : scaled(values));
    }

    /// The driver's own value at so many standard deviations; of a shock there is none but these.
    Optional<Double> valueAt(double score) {
        return switch (driver.kind()) {
            case PARAMETER ->
                Optional.of(Influence.at(Influence.sorted(values), NORMAL.cumulativeProbability(score)));
            case SHOCK -> Optional.empty();
            case DELAYS, EVENT -> {
                Influence mean = Influence.mean(values);
                double value = mean.value() + score * mean.standardError() * Math.sqrt(values.length);
                yield Optional.of(Math.clamp(
                        value, Arrays.stream(values).min().orElseThrow(), Arrays.stream(values).max().orElseThrow()));
            }
        };
    }

    /// Mean of the scores of some paths.
    Estimate meanOf(int[] paths) {
        double sum = 0;
        double squares = 0;
        for (int path : paths) {
            sum += scores[path];
            squares += scores[path] * scores[path];
        }
        double mean = sum / paths.length;
        double variance = Math.max(0, squares / paths.length - mean * mean);
        return Estimate.normal(mean, Math.sqrt(variance / paths.length));
    }

    private static Optional<double[]> values(
            Driver driver, Plan plan, PathValues events, PathDraws draws, int quarters) {
        return switch (driver.kind()) {
            case PARAMETER -> Optional.of(draws.parameters()[draws.parameterKeys().indexOf(driver.key())]);
            case SHOCK -> driver.factor().map(factor -> draws.shocks()[factor.ordinal()]);
            case DELAYS -> Optional.of(sum(events, Quantity.BUSINESS_LATE_MW, quarters));
            case EVENT ->
                switch (driver.key()) {
                    case "regimes" -> Optional.of(drifts(plan, events, quarters));
                    case "jumps" -> Optional.of(sum(events, Quantity.JUMP, quarters));
                    case "default" -> Optional.of(sum(events, Quantity.DEFAULTS, quarters));
                    case "renegotiation" -> Optional.of(events.of(Quantity.RENEGOTIATED, quarters));
                    default -> Optional.empty();
                };
        };
    }

    private static double[] sum(PathValues events, Quantity quantity, int quarters) {
        double[] sum = new double[events.paths()];
        for (int t = 1; t <= quarters; t++) {
            double[] column = events.of(quantity, t);
            for (int path = 0; path < sum.length; path++) {
                sum[path] += column[path];
            }
        }
        return sum;
    }

    /// Where drifts are uncertain, of their point values: their own part is a driver of its own.
    private static double[] drifts(Plan plan, PathValues events, int quarters) {
        double[] drift = IntStream.range(0, plan.regimes())
                .mapToDouble(regime -> plan.parameters().pointValues().of(Parameter.REGIME_DRIFT, regime))
                .toArray();
        double[] sum = new double[events.paths()];
        for (int t = 1; t <= quarters; t++) {
            double[] regime = events.of(Quantity.REGIME, t);
            for (int path = 0; path < sum.length; path++) {
                sum[path] += drift[(int) regime[path]];
            }
        }
        return sum;
    }

    private static double[] scaled(double[] values) {
        Influence mean = Influence.mean(values);
        double deviation = mean.standardError() * Math.sqrt(values.length);
        return Arrays.stream(mean.of()).map(x -> x / deviation).toArray();
    }

    /// Φ⁻¹ of the middle of the ranks that equal values share.
    private static double[] normalScores(double[] values) {
        double[] sorted = Influence.sorted(values);
        return Arrays.stream(values)
                .parallel()
                .map(value -> NORMAL.inverseCumulativeProbability(
                        (first(sorted, value) + first(sorted, Math.nextUp(value))) / (2.0 * sorted.length)))
                .toArray();
    }

    /// How many of the sorted values are below.
    private static int first(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
