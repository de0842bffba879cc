package io.tailrace.engine;

import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.scenario.Measure;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.ColumnStatistics;
import io.tailrace.summary.ConditionalTail;
import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import io.tailrace.summary.Estimate;
import io.tailrace.summary.Summary;
import io.tailrace.summary.SummaryCodec;
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
    private Summary whole;
    /// `[column][replicate]` the estimates of a replicate
    private final List<List<double[]>> estimates = new ArrayList<>();
    private final List<List<ConditionalTail>> tails = new ArrayList<>();
    /// `[measure][replicate]`
    private final List<List<Double>> headline = new ArrayList<>();
    private final List<Look> looks = new ArrayList<>();
    /// Of the replicate that runs
    private Summary part;
    /// The first that is in neither
    private long block;

    private Replicates(Simulation simulation, QuasiRandom sampling) {
        this.simulation = simulation;
        size = sampling.points();
        count = Math.toIntExact(simulation.paths() / size);
        if (count < 2 || simulation.paths() % size != 0) {
            throw new IllegalArgumentException(simulation.paths() + " paths are not two or more replicates of " + size);
        }
        whole = new Summary(Recording.layout(simulation.plan()));
        part = new Summary(whole.layout());
        whole.layout().columns().forEach(_ -> estimates.add(new ArrayList<>()));
        Convergence.HEADLINE.forEach(_ -> headline.add(new ArrayList<>()));
    }

    /// Runs all replicates.
    static RunResult run(
            Simulation simulation, QuasiRandom sampling, Checkpoints checkpoints, Progress progress) {
        var replicates = new Replicates(simulation, sampling);
        checkpoints.last().ifPresent(replicates::read);
        while (replicates.tails.size() < replicates.count) {
            replicates.next(checkpoints, progress);
        }
        return replicates.result();
    }

    /// Runs the replicate after those that are in, or the rest of it.
    private void next(Checkpoints checkpoints, Progress progress) {
        int number = tails.size();
        long end = (number + 1) * (size / BlockSummary.PATHS);
        block = simulation.replicate(number, size, block, part, checkpoints, progress);
        while (block < end) {
            checkpoints.keep(block * BlockSummary.PATHS, this::write);
            block = simulation.replicate(number, size, block, part, checkpoints, progress);
        }
        add(part);
        part = Summary.inRoomOf(part);
        if (Integer.bitCount(number + 1) == 1 && number + 1 >= FIRST_LOOK || number + 1 == count) {
            look(number + 1);
        }
    }

    private void write(Encoder to) {
        to.count(block);
        SummaryCodec.write(whole, to);
        SummaryCodec.write(part, to);
        LookCodec.list(tails, replicate -> SummaryCodec.writeTails(replicate, to), to);
        estimates.forEach(column -> LookCodec.list(column, values -> LookCodec.array(values, to), to));
        headline.forEach(values -> LookCodec.list(values, to::bits, to));
        LookCodec.write(looks, to);
    }

    private void read(Decoder from) {
        block = from.count();
        whole = SummaryCodec.read(whole.layout(), from);
        part = SummaryCodec.read(whole.layout(), from);
        tails.addAll(LookCodec.list(() -> SummaryCodec.readTails(whole.layout(), from), from));
        estimates.forEach(column -> column.addAll(LookCodec.list(() -> LookCodec.array(from), from)));
        headline.forEach(values -> values.addAll(LookCodec.list(from::bits, from)));
        looks.addAll(LookCodec.looks(from));
    }

    private void add(Summary replicate) {
        List<ColumnStatistics> statistics = replicate.statistics();
        for (int column = 0; column < statistics.size(); column++) {
            estimates.get(column).add(statistics.get(column).estimates());
        }
        tails.add(replicate.tails());
        List<Reading> readings = Reading.all(Convergence.HEADLINE, replicate);
        for (int m = 0; m < headline.size(); m++) {
            headline.get(m).add(readings.get(m).estimate().value());
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
