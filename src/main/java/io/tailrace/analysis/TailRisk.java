package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.WeightedPaths;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.Draw;
import io.tailrace.random.DrawShape;
import io.tailrace.random.Sampling;
import io.tailrace.random.Tilt;
import io.tailrace.scenario.Scenario;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How likely a metric falls below a level, and what it is then, by importance sampling where that helps.
///
/// Of the scenario's `tail`, or else of each contract's NPV below the bound of the scenario.
public record TailRisk(List<Breach> breaches) implements Analysis {
    /// A gain smaller than this is not worth the weights.
    private static final double WORTHWHILE = 1.2;
    private static final int MOST_PUSHES = 4;
    private static final double LEAST_PUSH = 0.25;

    /// How the paths were drawn, and if plainly, why.
    public enum Method { IMPORTANCE_SAMPLING, PLAIN_NO_GAIN, PLAIN_LEVEL_NOT_REACHED }

    /// One level of one metric, in the metric's unit.
    ///
    /// @param paths run, beside those of the pilots
    /// @param meanBeyond mean of the metric where it lies below the level; empty where no path does
    /// @param breachingPaths paths that lie below
    /// @param effectivePaths equal paths that would know as much as these with their weights, (Σw)² / Σw² (Kish 1965)
    /// @param gain variance of the probability from plain paths over that from as many of these
    /// @param gainBeyond the same of the mean beyond
    /// @param meanWeight of all paths; 1 but for chance
    /// @param pushes what importance sampling has moved most
    public record Breach(
            Metric metric,
            double level,
            Method method,
            int paths,
            int pilotPaths,
            Estimate probability,
            Optional<Estimate> meanBeyond,
            int breachingPaths,
            double effectivePaths,
            double gain,
            double gainBeyond,
            Estimate meanWeight,
            List<Push> pushes) {}

    /// Shift of a draw, or of the sum of a shock's draws over the quarters, in standard deviations.
    public record Push(String draw, double standardDeviations) {}

    static TailRisk of(Study study) {
        List<Scenario.Tail> asked = study.scenario().tail().map(List::of).orElseGet(() -> contracts(study));
        return new TailRisk(asked.stream().map(tail -> breach(study, tail)).toList());
    }

    private static List<Scenario.Tail> contracts(Study study) {
        double level = study.scenario().bounds().map(Scenario.Bounds::npvMillion).orElse(0.0);
        var iaas = new Scenario.Tail(Metric.NPV_IAAS.key(), level);
        return study.plan().sellsTokens()
                ? List.of(new Scenario.Tail(Metric.NPV_TAAS.key(), level), iaas)
                : List.of(iaas);
    }

    private static Breach breach(Study study, Scenario.Tail tail) {
        Metric metric = Arrays.stream(Metric.values())
                .filter(m -> m.key().equals(tail.metric()))
                .findFirst()
                .orElseThrow();
        var search = new TiltSearch(study, metric, tail.level());
        Optional<TiltSearch.Found> found = search.search();
        boolean helps = found.isPresent() && found.get().gain() > WORTHWHILE;
        Method method = helps
                ? Method.IMPORTANCE_SAMPLING
                : found.isPresent() ? Method.PLAIN_NO_GAIN : Method.PLAIN_LEVEL_NOT_REACHED;
        List<Tilt> tilts = helps ? List.of(found.get().tilt()) : List.of();
        int paths = helps ? wholePeriods(study.paths()) : study.paths();
        var drawn = new Sampling.Tilted(study.size().seed(), tilts);
        WeightedPaths run = study.weighted(drawn, paths, ColumnKey.of(metric));
        List<Push> pushes = helps ? pushes(study.plan(), tilts.getFirst()) : List.of();
        return of(run, metric, tail.level(), method, search.pathsRun(), pushes);
    }

    /// Every law has exactly its share.
    private static int wholePeriods(int paths) {
        return Math.ceilDiv(paths, Sampling.Tilted.PERIOD) * Sampling.Tilted.PERIOD;
    }

    static Breach of(
            WeightedPaths run, Metric metric, double level, Method method, int pilotPaths, List<Push> pushes) {
        double[] x = run.values().of(metric);
        double[] hits = hits(x, run.weights(), level);
        double sum = Arrays.stream(hits).sum();
        double squares = Arrays.stream(hits).map(hit -> hit * hit).sum();
        int breaching = (int) Arrays.stream(hits).filter(hit -> hit > 0).count();
        Influence probability = Influence.mean(hits);
        double[] amounts = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            amounts[i] = hits[i] > 0 ? hits[i] * x[i] : 0;
        }
        boolean plain = method != Method.IMPORTANCE_SAMPLING;
        Optional<Influence> beyond = breaching > 0
                ? Optional.of(Influence.mean(amounts).over(probability))
                : Optional.empty();
        return new Breach(
                metric,
                level,
                method,
                x.length,
                pilotPaths,
                plain ? Estimate.share(probability.value(), x.length) : probability.estimate().withinUnit(),
                beyond.map(Influence::estimate),
                breaching,
                breaching > 0 ? sum * sum / squares : 0,
                plain ? 1 : gain(x, run.weights(), level),
                plain || beyond.isEmpty() ? 1 : gainBeyond(x, hits, beyond.get()),
                Influence.mean(run.weights()).estimate(),
                pushes);
    }

    /// Weight of each path that lies below the level, else 0.
    private static double[] hits(double[] x, double[] weights, double level) {
        double[] hits = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            hits[i] = x[i] < level ? weights[i] : 0;
        }
        return hits;
    }

    /// Variance of the probability from plain paths over that from these; 0 where no path lies below.
    static double gain(double[] x, double[] weights, double level) {
        double[] hits = hits(x, weights, level);
        Influence probability = Influence.mean(hits);
        double p = probability.value();
        double error = probability.standardError();
        return p > 0 ? p * (1 - p) / (error * error * x.length) : 0;
    }

    private static double gainBeyond(double[] x, double[] hits, Influence beyond) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < x.length; i++) {
            if (hits[i] > 0) {
                double gap = x[i] - beyond.value();
                sum += hits[i];
                squares += hits[i] * gap * gap;
            }
        }
        double error = beyond.standardError();
        double plain = squares / sum / (sum / x.length) / x.length;
        return error > 0 ? plain / (error * error) : 1;
    }

    private static List<Push> pushes(Plan plan, Tilt tilt) {
        DrawShape shape = plan.drawShape();
        var pushes = new ArrayList<Push>();
        int[] drawn = plan.parameters().drawn();
        for (int k = 0; k < drawn.length; k++) {
            pushes.add(new Push(plan.parameters().keys().get(drawn[k]), tilt.shifts()[k]));
        }
        pushes.add(new Push("common delay", tilt.shifts()[drawn.length]));
        for (Draw draw : Draw.values()) {
            if (!draw.isUniform()) {
                String name = draw.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                pushes.add(new Push(name, tilt.shift(shape, draw)));
            }
        }
        return pushes.stream()
                .filter(push -> Math.abs(push.standardDeviations) >= LEAST_PUSH)
                .sorted(Comparator.comparingDouble(push -> -Math.abs(push.standardDeviations)))
                .limit(MOST_PUSHES)
                .toList();
    }
}
