package io.tailrace.analysis;

import io.tailrace.engine.Batches;
import io.tailrace.engine.ColumnKey;
import io.tailrace.plan.Metric;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.summary.Estimate;
import java.util.Arrays;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/// Both contracts on the same paths, and these paths on scrambled Sobol points: what both together are worth.
///
/// Source: Owen, Randomly permuted (t,m,s)-nets and (t,s)-sequences (1995): independent scrambles tell the error.
///
/// @param replicates independent scrambles of the points
/// @param points paths in each
/// @param meanDifferenceMillion mean NPV of TaaS less that of IaaS, over all replicates
/// @param varianceRatio variance of that mean over that of the difference of two independent plain runs of as many paths
public record SobolPairing(int replicates, long points, Estimate meanDifferenceMillion, Estimate varianceRatio) {
    /// So many that the variance is known to an eighth.
    private static final int MOST_REPLICATES = 128;
    private static final int MOST_POINTS = 1 << 14;
    private static final double LOW = 0.025;
    private static final double HIGH = 0.975;

    /// Two to four times as many paths as the study, between 16 times 1,024 and 128 times 16,384.
    ///
    /// @param independent sum of both contracts' variances over single plain paths
    static SobolPairing of(Study study, double independent) {
        int replicates = Math.clamp(
                study.paths() / QuasiRandom.FEWEST_POINTS, QuasiRandom.FEWEST_REPLICATES, MOST_REPLICATES);
        long each = Math.clamp(4L * study.paths() / replicates, QuasiRandom.FEWEST_POINTS, MOST_POINTS);
        long points = Long.highestOneBit(each);
        var sampling = new QuasiRandom(study.size().seed(), points, Design.SOBOL);
        double[] difference = study
                .values(study.lean(), sampling, (int) (replicates * points), ColumnKey.of(Metric.NPV_DIFFERENCE))
                .of(Metric.NPV_DIFFERENCE);
        double[] means = new double[replicates];
        Arrays.setAll(means, r -> Influence.average(
                Arrays.copyOfRange(difference, (int) (r * points), (int) ((r + 1) * points))));
        return of(points, independent, means);
    }

    static SobolPairing of(long points, double independent, double... means) {
        Estimate mean = Batches.mean(means);
        double ofPlainPaths = independent / (points * means.length);
        double ratio = ofPlainPaths > 0 ? mean.standardError() * mean.standardError() / ofPlainPaths : 0;
        return new SobolPairing(means.length, points, mean, variance(ratio, means.length - 1));
    }

    /// A variance estimated from so many degrees of freedom; that of the plain paths is next to certain beside it.
    private static Estimate variance(double value, int degreesOfFreedom) {
        var law = new ChiSquaredDistribution(null, degreesOfFreedom);
        return new Estimate(
                value,
                value * Math.sqrt(2.0 / degreesOfFreedom),
                value * degreesOfFreedom / law.inverseCumulativeProbability(HIGH),
                value * degreesOfFreedom / law.inverseCumulativeProbability(LOW));
    }
}
