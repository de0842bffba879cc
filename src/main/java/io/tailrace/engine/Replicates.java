package io.tailrace.engine;

import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.ConditionalTail;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// A quasi-random run: replicate after replicate, each summarised by itself and added to the whole.
///
/// Values are those of the whole run, in which every path counts the same; errors come from the spread of the
/// replicates ([Estimate#ofReplicates]).
/// Memory: two summaries, and of every replicate its estimates and conditional tails.
final class Replicates {
    /// Fewer replicates say next to nothing about an error.
    private static final int FIRST_LOOK = 8;

    private final Simulation simulation;
    private final long size;
    private final int count;
    private final Summary whole;
    /// `[column][replicate]` the estimates of a replicate
    private final List<List<double[]>> estimates = new ArrayList<>();
    private final List<List<ConditionalTail>> tails = new ArrayList<>();
    /// `[measure][replicate]`
    private final List<List<Double>> headline = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();

    private Replicates(Simulation simulation, QuasiRandom sampling) {
        this.simulation = simulation;
        size = sampling.points();
        count = Math.toIntExact(simulation.paths() / size);
        if (count < 2 || simulation.paths() % size != 0) {
            throw new IllegalArgumentException(simulation.paths() + " paths are not two or more replicates of " + size);
        }
        whole = new Summary(Recording.layout(simulation.plan()));
        whole.layout().columns().forEach(_ -> estimates.add(new ArrayList<>()));
        Convergence.HEADLINE.forEach(_ -> headline.add(new ArrayList<>()));
    }

    /// Runs all replicates.
    static RunResult run(Simulation simulation, QuasiRandom sampling, Progress progress) {
        var replicates = new Replicates(simulation, sampling);
        var part = new Summary(replicates.whole.layout());
        for (int r = 0; r < replicates.count; r++) {
            simulation.replicate(r, replicates.size, part, progress);
            replicates.add(part);
            part = Summary.inRoomOf(part);
            if (Integer.bitCount(r + 1) == 1 && r + 1 >= FIRST_LOOK || r + 1 == replicates.count) {
                replicates.look(r + 1);
            }
        }
        return replicates.result();
    }

    private void add(Summary replicate) {
        List<ColumnStatistics> statistics = replicate.statistics();
        for (int column = 0; column < statistics.size(); column++) {
            estimates.get(column).add(statistics.get(column).estimates());
        }
        tails.add(replicate.tails());
        for (int m = 0; m < headline.size(); m++) {
            headline.get(m).add(Reading.of(Convergence.HEADLINE.get(m), replicate).estimate().value());
        }
        whole.add(replicate);
    }

    private void look(int replicates) {
        var readings = new ArrayList<Reading>();
        for (int m = 0; m < headline.size(); m++) {
            Measure measure = Convergence.HEADLINE.get(m);
            Reading reading = Reading.of(measure, whole);
            double[] values = headline.get(m).stream().mapToDouble(value -> value).toArray();
            Estimate estimate = Estimate.ofReplicates(reading.estimate(), values);
            boolean probability = measure.statistic() == Measure.Statistic.probability;
            readings.add(new Reading(probability ? estimate.withinUnit() : estimate, reading.thin()));
        }
        looks.add(new Look(replicates * size, readings));
    }

    private RunResult result() {
        List<ColumnStatistics> pooled = whole.statistics();
        List<ColumnStatistics> statistics = IntStream.range(0, pooled.size())
                .parallel()
                .mapToObj(column -> pooled.get(column).withReplicates(estimates.get(column)))
                .toList();
        return new RunResult(
                simulation.plan(),
                simulation.sampling(),
                simulation.paths(),
                whole,
                statistics,
                new Convergence(Convergence.HEADLINE, looks, Optional.of(new Batches(size, headline))),
                Optional.empty(),
                tails);
    }

    /// A number read from the conditional tails of the whole run, with the error that those of the replicates show.
    static Estimate of(
            Function<ConditionalTail, Estimate> read, ConditionalTail whole, List<List<ConditionalTail>> replicates) {
        double[] values = replicates.stream().mapToDouble(tails -> read.apply(tails.getFirst()).value()).toArray();
        return Estimate.ofReplicates(read.apply(whole), values);
    }
}
