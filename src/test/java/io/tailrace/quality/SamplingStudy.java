package io.tailrace.quality;

import io.tailrace.Configs;
import io.tailrace.engine.Recording;
import io.tailrace.kernel.LaneKernel;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;

/// How much better than plain Monte Carlo each sampling is: variance of an estimate from n independent paths over that
/// of an estimate from n points, both over replicates.
///
/// Writes `results/quality/sampling.md`. Arguments: the binary logarithm of n, the replicates, a seed, scenarios.
/// Error: a ratio's interval is that of two variances of normal estimates (Fisher's F). Plain Monte Carlo's variance is
/// that of samples of n / 16 paths, sixteen times as many, over 16: the same paths tell it four times as well.
public final class SamplingStudy {
    static final Path FOLDER = Path.of("results", "quality");

    private static final List<Metric> NPVS = List.of(Metric.NPV_TAAS, Metric.NPV_IAAS, Metric.NPV_DIFFERENCE);
    private static final List<Double> SHARES = List.of(0.05, 0.01);
    private static final int FINER = 16;

    private final Plan plan;
    private final int paths;
    private final int replicates;
    private final long seed;

    private SamplingStudy(Plan plan, int paths, int replicates, long seed) {
        this.plan = plan;
        this.paths = paths;
        this.replicates = replicates;
        this.seed = seed;
    }

    public static void main(String[] arguments) throws IOException {
        int paths = 1 << Integer.parseInt(arguments[0]);
        int replicates = Integer.parseInt(arguments[1]);
        long seed = Long.parseLong(arguments[2]);
        var lines = new ArrayList<String>();
        lines.add("# What points gain over plain Monte Carlo");
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "Variance of an estimate from %,d independent paths over its variance from %,d points, %d replicates, seed %d; in"
                        + " brackets the 95 %% interval. z: by how many standard errors the estimate from all points differs from that from all"
                        + " independent paths; last, Latin hypercubes from Sobol points.",
                paths, paths, replicates, seed));
        for (String name : Arrays.asList(arguments).subList(3, arguments.length)) {
            Plan plan = Configs.plan(name, "outputs.quarterly=[taasMargin]", "backTest=[]", "mixShares=[0, 1]");
            lines.addAll(new SamplingStudy(plan, paths, replicates, seed).table(name));
        }
        Files.createDirectories(FOLDER);
        Files.write(FOLDER.resolve("sampling.md"), lines);
    }

    private List<String> table(String name) {
        List<Spread> plain = spreads(new Sampling.Plain(seed), paths / FINER, replicates * FINER);
        List<Spread> cubes = spreads(new QuasiRandom(seed + 1, paths, Design.LATIN_HYPERCUBE), paths, replicates);
        List<Spread> sobol = spreads(new QuasiRandom(seed + 2, paths, Design.SOBOL), paths, replicates);
        var lines = new ArrayList<String>();
        lines.add("");
        lines.add("| " + name + " | Latin hypercube | z | scrambled Sobol | z | z of both |");
        lines.add("| --- | --- | --- | --- | --- | --- |");
        List<String> names = names();
        for (int e = 0; e < names.size(); e++) {
            lines.add("| " + names.get(e) + " | " + ratio(plain.get(e), cubes.get(e)) + " | "
                    + ratio(plain.get(e), sobol.get(e)) + " | "
                    + String.format(Locale.ROOT, "%.1f", z(cubes.get(e), sobol.get(e))) + " |");
        }
        return lines;
    }

    /// Over replicates of so many paths each, beside the estimate from all of their paths.
    private record Spread(double whole, double variance, int replicates) {}

    private static String ratio(Spread plain, Spread points) {
        double ratio = plain.variance / FINER / points.variance;
        var law = FDistribution.of(plain.replicates - 1, points.replicates - 1);
        return String.format(
                Locale.ROOT, "%.2g [%.2g, %.2g] | %.1f", ratio, ratio / law.inverseCumulativeProbability(0.975),
                ratio / law.inverseCumulativeProbability(0.025), z(points, plain));
    }

    private static double z(Spread one, Spread other) {
        return (one.whole - other.whole)
                / Math.sqrt(one.variance / one.replicates + other.variance / other.replicates);
    }

    /// Of every estimate.
    private List<Spread> spreads(Sampling sampling, int size, int count) {
        var estimates = new double[count][];
        var all = new double[NPVS.size()][count * size];
        var next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors()).parallel().forEach(_ -> {
            var kernel = new LaneKernel(plan, sampling);
            for (int r = next.getAndIncrement(); r < count; r = next.getAndIncrement()) {
                double[][] values = values(kernel, (long) r * size, size);
                for (int m = 0; m < values.length; m++) {
                    System.arraycopy(values[m], 0, all[m], r * size, size);
                }
                estimates[r] = estimates(values);
            }
        });
        double[] whole = estimates(all);
        return IntStream.range(0, whole.length).mapToObj(e -> spread(whole[e], estimates, e)).toList();
    }

    private static Spread spread(double whole, double[][] estimates, int e) {
        double mean = Arrays.stream(estimates).mapToDouble(row -> row[e]).average().orElseThrow();
        double squares = Arrays.stream(estimates).mapToDouble(row -> (row[e] - mean) * (row[e] - mean)).sum();
        return new Spread(whole, squares / (estimates.length - 1), estimates.length);
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        names.add("P(TaaS < IaaS)");
        for (Metric metric : NPVS) {
            names.add("mean " + metric.key());
            for (double share : SHARES) {
                String level = String.format(Locale.ROOT, "%.0f ", 100 - 100 * share);
                names.add("VaR" + level + metric.key());
                names.add("CVaR" + level + metric.key());
            }
        }
        return names;
    }

    /// Sorts the values `[npv][path]`.
    private static double[] estimates(double[][] values) {
        int size = values[0].length;
        double[] difference = values[NPVS.indexOf(Metric.NPV_DIFFERENCE)];
        var estimates = new ArrayList<Double>();
        estimates.add(Arrays.stream(difference).filter(d -> d < 0).count() / (double) size);
        for (double[] npv : values) {
            Arrays.sort(npv);
            estimates.add(Arrays.stream(npv).average().orElseThrow());
            for (double share : SHARES) {
                int rank = (int) (share * size);
                estimates.add((npv[rank - 1] + npv[rank]) / 2);
                estimates.add(Arrays.stream(npv, 0, rank).average().orElseThrow());
            }
        }
        return estimates.stream().mapToDouble(value -> value).toArray();
    }

    /// `[npv][path]`
    private double[][] values(LaneKernel kernel, long first, int size) {
        Layout layout = Recording.layout(plan);
        var block = new double[layout.columns().size()][BlockSummary.PATHS];
        var values = new double[NPVS.size()][size];
        for (int at = 0; at < size; at += BlockSummary.PATHS) {
            int now = Math.min(BlockSummary.PATHS, size - at);
            kernel.block(first + at, now, block);
            for (int m = 0; m < NPVS.size(); m++) {
                System.arraycopy(block[layout.indexOf(NPVS.get(m).key(), 0)], 0, values[m], at, now);
            }
        }
        return values;
    }
}
