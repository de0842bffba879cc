package io.tailrace.quality;

import io.tailrace.Configs;
import io.tailrace.engine.Recording;
import io.tailrace.kernel.LaneKernel;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.random.Sampling;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.random.Sampling.QuasiRandom.Design;
import io.tailrace.scenario.ScenarioLoader;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Layout;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/// How much better than plain Monte Carlo each sampling is: variance of an estimate from n independent paths over that
/// of an estimate from n even points, both over replicates.
///
/// Arguments: the binary logarithm of n, the replicates, then scenario files. Prints a table in Markdown.
/// Error: a ratio of two variances from R replicates is known to a factor of about 1 ± 2.8 / √R.
public final class SamplingStudy {
    private static final List<Metric> TAILS = List.of(Metric.NPV_TAAS, Metric.NPV_IAAS, Metric.NPV_DIFFERENCE);

    private final Plan plan;
    private final int paths;
    private final int replicates;

    private SamplingStudy(Plan plan, int paths, int replicates) {
        this.plan = plan;
        this.paths = paths;
        this.replicates = replicates;
    }

    public static void main(String[] arguments) {
        int paths = 1 << Integer.parseInt(arguments[0]);
        int replicates = Integer.parseInt(arguments[1]);
        System.out.printf(Locale.ROOT, "n = %,d paths, %d replicates%n", paths, replicates);
        for (String file : Arrays.asList(arguments).subList(2, arguments.length)) {
            var study = new SamplingStudy(plan(file), paths, replicates);
            study.print();
        }
    }

    private static Plan plan(String file) {
        var sets = List.of("outputs.quarterly=[taasMargin]", "backTest=[]");
        return PlanCompiler.compile(Configs.loader().load(Path.of(file), List.of(), sets, ScenarioLoader.Options.STRICT)
                .scenario());
    }

    private void print() {
        Map<String, double[]> plain = variances(new Sampling.Plain(1));
        var designs = new LinkedHashMap<Design, Map<String, double[]>>();
        for (Design design : List.of(Design.LATIN_HYPERCUBE, Design.SOBOL)) {
            designs.put(design, variances(new QuasiRandom(2, paths, design)));
        }
        System.out.printf("%n| %s | plain estimate | Latin hypercube | scrambled Sobol |%n", plan.name());
        System.out.println("| --- | --- | --- | --- |");
        plain.forEach((name, of) -> System.out.printf(
                Locale.ROOT,
                "| %s | %.6g ± %.2g | %s | %s |%n",
                name,
                of[0],
                Math.sqrt(of[1]),
                ratio(of, designs.get(Design.LATIN_HYPERCUBE).get(name)),
                ratio(of, designs.get(Design.SOBOL).get(name))));
    }

    /// With how many standard errors the means differ, which should be few.
    private String ratio(double[] plain, double[] other) {
        double bias = (other[0] - plain[0]) / Math.sqrt((plain[1] + other[1]) / replicates);
        return String.format(Locale.ROOT, "%.2g (z %.1f)", plain[1] / other[1], bias);
    }

    /// Mean and variance over replicates of every estimate.
    private Map<String, double[]> variances(Sampling sampling) {
        var estimates = new double[replicates][];
        var next = new AtomicInteger();
        IntStream.range(0, Runtime.getRuntime().availableProcessors()).parallel().forEach(_ -> {
            var kernel = new LaneKernel(plan, sampling);
            for (int r = next.getAndIncrement(); r < replicates; r = next.getAndIncrement()) {
                estimates[r] = estimates(kernel, (long) r * paths);
            }
        });
        var result = new LinkedHashMap<String, double[]>();
        List<String> names = names();
        for (int e = 0; e < names.size(); e++) {
            int column = e;
            double[] values = Arrays.stream(estimates).mapToDouble(row -> row[column]).toArray();
            double mean = Arrays.stream(values).average().orElseThrow();
            double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
            result.put(names.get(e), new double[]{mean, squares / (replicates - 1)});
        }
        return result;
    }

    private static List<String> names() {
        var names = new ArrayList<String>();
        names.add("P(TaaS < IaaS)");
        for (Metric metric : TAILS) {
            for (String estimate : List.of("mean", "VaR95", "CVaR95", "CVaR99")) {
                names.add(estimate + " " + metric.key());
            }
        }
        return names;
    }

    private double[] estimates(LaneKernel kernel, long first) {
        Layout layout = Recording.layout(plan);
        var block = new double[layout.columns().size()][BlockSummary.PATHS];
        var values = new double[TAILS.size()][paths];
        for (int at = 0; at < paths; at += BlockSummary.PATHS) {
            kernel.block(first + at, BlockSummary.PATHS, block);
            for (int m = 0; m < TAILS.size(); m++) {
                double[] column = block[layout.indexOf(TAILS.get(m).key(), 0)];
                System.arraycopy(column, 0, values[m], at, BlockSummary.PATHS);
            }
        }
        var estimates = new double[1 + 4 * TAILS.size()];
        for (int m = 0; m < TAILS.size(); m++) {
            double[] sorted = values[m];
            Arrays.sort(sorted);
            estimates[1 + 4 * m] = Arrays.stream(sorted).average().orElseThrow();
            estimates[2 + 4 * m] = sorted[paths / 20];
            estimates[3 + 4 * m] = Arrays.stream(sorted, 0, paths / 20).average().orElseThrow();
            estimates[4 + 4 * m] = Arrays.stream(sorted, 0, paths / 100).average().orElseThrow();
        }
        double[] difference = values[TAILS.indexOf(Metric.NPV_DIFFERENCE)];
        estimates[0] = Arrays.stream(difference).filter(d -> d < 0).count() / (double) paths;
        return estimates;
    }
}
