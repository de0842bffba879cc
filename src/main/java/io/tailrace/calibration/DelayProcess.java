package io.tailrace.calibration;

import io.tailrace.calibration.Fit.GoodnessOfFit;
import io.tailrace.calibration.Fit.Parameter;
import io.tailrace.calibration.Fit.Support;
import io.tailrace.calibration.History.Delay;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// Delays of projects (model.md, F1): on time, late by a lognormal slip, or cancelled. Slips of which only a range is
/// known count with the range's probability.
final class DelayProcess {
    static final int FEWEST_PROJECTS = 20;
    static final int FEWEST_SLIPS = 10;
    static final String LATE = "capacity.delayQuarters.late.probability";
    static final String CANCELLED = "capacity.delayQuarters.late.cancelled";
    static final String MEDIAN = "capacity.delayQuarters.late.slip.lognormal.median";
    static final String SIGMA = "capacity.delayQuarters.late.slip.lognormal.sigma";
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private DelayProcess() {}

    static void fit(History.Delays history, List<Fit> fits, List<Refusal> refusals) {
        int projects = history.delays().stream().mapToInt(Delay::count).sum();
        if (projects < FEWEST_PROJECTS) {
            refusals.add(new Refusal(history.file(), "capacity.delayQuarters",
                    projects + " projects are too few: at least " + FEWEST_PROJECTS + " are needed"));
            return;
        }
        var late = history.delays().stream().filter(d -> !d.onTime() && !d.cancelled()).toList();
        int cancelled = count(history.delays().stream().filter(Delay::cancelled).toList());
        var parameters = new ArrayList<Parameter>();
        parameters.add(share(LATE, count(late), projects));
        parameters.add(share(CANCELLED, cancelled, projects));
        var notes = new ArrayList<String>();
        if (cancelled == 0) {
            notes.add("No project was cancelled: the probability may still be up to "
                    + Math.round(1000 * (1 - Math.pow(0.05, 1.0 / projects))) / 10.0 + " % (95 %, one-sided).");
        }
        var tests = new ArrayList<GoodnessOfFit>();
        double logLikelihood = logShares(count(late), projects) + logShares(cancelled, projects)
                + logShares(projects - count(late) - cancelled, projects);
        logLikelihood += slip(history, late, parameters, tests, refusals);
        fits.add(new Fit(history.file(), "delays: on time, late by a lognormal slip, or cancelled", projects,
                projects + " projects", "", List.copyOf(parameters), logLikelihood, List.copyOf(tests),
                List.copyOf(notes)));
    }

    /// Adds the slip's parameters, or the reason why it has none; the log likelihood of the slips.
    private static double slip(
            History.Delays history,
            List<Delay> late,
            List<Parameter> parameters,
            List<GoodnessOfFit> tests,
            List<Refusal> refusals) {
        var sized = late.stream().filter(d -> d.low() > 0 || d.high() < Double.POSITIVE_INFINITY).toList();
        if (count(sized) < FEWEST_SLIPS) {
            refusals.add(new Refusal(history.file(), "the slip's median and sigma",
                    "of " + count(sized) + " late projects the size of the delay is known: at least " + FEWEST_SLIPS
                            + " are needed"));
            return 0;
        }
        var fit = MaximumLikelihood.of(new double[]{0.5, 0.7}, new double[]{0.1, 0.1}, p -> logLikelihood(sized, p));
        if (fit.standardErrors().isEmpty()) {
            refusals.add(new Refusal(history.file(), "the slip's median and sigma",
                    "the likelihood has no single peak: the ranges are too wide"));
            return 0;
        }
        double median = Math.exp(fit.parameters()[0]);
        double[] error = fit.standardErrors().get();
        parameters.add(new Parameter(MEDIAN, "quarters", median, median * error[0], Support.POSITIVE));
        parameters.add(new Parameter(SIGMA, "log", fit.parameters()[1], error[1], Support.POSITIVE));
        if (sized.stream().allMatch(d -> d.low() == d.high())) {
            double[] logs = sized.stream()
                    .flatMapToDouble(
                            d -> java.util.stream.DoubleStream.generate(() -> Math.log(d.low())).limit(d.count()))
                    .toArray();
            tests.add(Residuals.andersonDarling(logs));
        }
        return fit.logLikelihood();
    }

    private static double logLikelihood(List<Delay> slips, double[] p) {
        if (!(p[1] > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double sum = 0;
        for (Delay slip : slips) {
            double each = slip.low() == slip.high()
                    ? Residuals.normalLogDensity(Math.log(slip.low()) - p[0], p[1]) - Math.log(slip.low())
                    : Math.log(between((Math.log(slip.low()) - p[0]) / p[1], (Math.log(slip.high()) - p[0]) / p[1]));
            sum += slip.count() * each;
        }
        return sum;
    }

    private static double between(double low, double high) {
        return low > 0
                ? NORMAL.survivalProbability(low) - NORMAL.survivalProbability(high)
                : NORMAL.cumulativeProbability(high) - NORMAL.cumulativeProbability(low);
    }

    private static Parameter share(String key, int count, int projects) {
        double share = (double) count / projects;
        return new Parameter(key, "share", share, Math.sqrt(share * (1 - share) / projects), Support.SHARE);
    }

    private static double logShares(int count, int projects) {
        return count == 0 ? 0 : count * Math.log((double) count / projects);
    }

    private static int count(List<Delay> delays) {
        return delays.stream().mapToInt(Delay::count).sum();
    }
}
