package io.tailrace.engine;

import io.tailrace.scenario.Measure;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.ColumnReader;
import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import io.tailrace.summary.Layout;
import io.tailrace.summary.Recorder;
import io.tailrace.summary.Summary;
import io.tailrace.summary.SummaryCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The course of a run: deals out its blocks in order, looks at the measures on the way, and ends it.
///
/// Measures are kept apart from the run's summary, segment by segment of the [LookSchedule], so that a look sees exactly
/// the paths before it, whatever other threads have done since; and batch by batch for the end. Only a run that may stop
/// waits: no block after a look begins before the look is over, so that nothing has to be thrown away.
/// Memory: a few histograms for each metric watched, twentyfold.
final class Course {
    private static final long NEVER = -1; // looked at the first segment

    private final Simulation simulation;
    private final Precision precision;
    private final Checkpoints checkpoints;
    private final Progress progress;
    private BooleanSupplier cutOff = () -> false;

    private final List<Measure> measures;
    private final Layout layout; // of the metrics watched
    private final int[] columns; // where the run's blocks have them

    private final TreeMap<Long, Segment> open = new TreeMap<>(); // by first block
    private final Summary total;
    private final List<Summary> batches;
    private final List<Look> looks = new ArrayList<>();
    private long looked; // blocks in total
    private long next; // block
    private long away; // blocks before it that other machines have not given back
    private long end; // first block that is not dealt out
    private long begin = System.nanoTime();
    private boolean paused;
    private Optional<Precision.Reason> reason = Optional.empty();

    Course(Simulation simulation, Precision precision, Checkpoints checkpoints, Progress progress) {
        this(simulation, precision, checkpoints, progress, measures(precision), columns(simulation, precision));
    }

    private Course(
            Simulation simulation, Precision precision, Checkpoints checkpoints, Progress progress,
            List<Measure> measures, int... columns) {
        this.simulation = simulation;
        this.precision = precision;
        this.progress = progress;
        this.checkpoints = checkpoints;
        this.measures = measures;
        this.columns = columns;
        end = simulation.blocks();
        Layout all = Recording.layout(simulation.plan());
        layout = Layout.of(IntStream.of(columns).mapToObj(all.columns()::get).toList());
        total = new Summary(layout);
        batches = Stream.generate(() -> new Summary(layout)).limit(LookSchedule.BATCHES).toList();
    }

    /// Of blocks that are computed for the course of another process: watches the same columns, and looks at nothing.
    static Course part(Simulation simulation, int... columns) {
        var part = new Course(simulation, Precision.NONE, Checkpoints.NONE, Progress.NONE, List.of(), columns);
        part.looked = NEVER;
        return part;
    }

    private static List<Measure> measures(Precision precision) {
        Stream<Measure> asked = precision.targets().stream().map(PrecisionTarget::measure);
        return Stream.concat(Convergence.HEADLINE.stream(), asked).distinct().toList();
    }

    private static int[] columns(Simulation simulation, Precision precision) {
        Stream<String> metrics = measures(precision).stream().map(Measure::metric).distinct();
        Layout all = Recording.layout(simulation.plan());
        return metrics.mapToInt(key -> all.indexOf(key, 0)).toArray();
    }

    /// Where a run's blocks have the metrics that are watched.
    int[] columns() {
        return columns.clone();
    }

    /// For one thread.
    Walker walker(ColumnReader reader) {
        return new Walker(reader);
    }

    /// No block is dealt out any more.
    synchronized void stop() {
        end = Math.min(end, next);
        notifyAll();
    }

    /// From now on deals out so many blocks in all, those before included, and none once the time is up.
    synchronized void growTo(long blocks, BooleanSupplier isUp) {
        end = Math.min(blocks, simulation.blocks());
        cutOff = isUp;
    }

    /// Paths of the blocks dealt out, once all threads are done.
    synchronized long paths() {
        return Math.min(simulation.paths(), end * BlockSummary.PATHS);
    }

    /// Whether no block is dealt out only because it is time for a checkpoint.
    synchronized boolean isPaused() {
        return paused;
    }

    synchronized void carryOn() {
        paused = false;
    }

    /// All that the course knows; every thread must be done.
    synchronized void write(Encoder to) {
        to.count(next - away);
        to.count(looked);
        to.count(System.nanoTime() - begin);
        SummaryCodec.write(total, to);
        batches.forEach(batch -> SummaryCodec.write(batch, to));
        LookCodec.write(looks, to);
        writeSegments(to);
    }

    /// What a part knows, for [#add].
    synchronized void writePart(Encoder to) {
        batches.forEach(batch -> SummaryCodec.write(batch, to));
        writeSegments(to);
    }

    private void writeSegments(Encoder to) {
        to.count(open.size());
        open.forEach((first, segment) -> {
            to.count(first);
            segment.write(to);
        });
    }

    /// What a part knows of so many blocks, which were given out before all others that are not back.
    synchronized void add(long blocks, Decoder part) {
        away -= blocks;
        batches.forEach(batch -> batch.add(SummaryCodec.read(layout, part)));
        for (long segments = part.count(); segments > 0; segments--) {
            Segment segment = segment(part.count());
            poured(segment, segment.add(part));
        }
    }

    /// Goes on from what another course knew, before the first block.
    synchronized void read(Decoder from) {
        next = from.count();
        looked = from.count();
        begin = System.nanoTime() - from.count();
        total.add(SummaryCodec.read(layout, from));
        batches.forEach(batch -> batch.add(SummaryCodec.read(layout, from)));
        looks.addAll(LookCodec.looks(from));
        for (long segments = from.count(); segments > 0; segments--) {
            Segment segment = segment(from.count());
            segment.poured += segment.add(from);
        }
    }

    /// Paths of the blocks that were dealt out so far, and came back where other machines had them.
    synchronized long dealt() {
        return Math.min(simulation.paths(), (next - away) * BlockSummary.PATHS);
    }

    /// Blocks that may be given out before others have come back.
    synchronized long left() {
        long look = next < Precision.FIRST_LOOK_BLOCKS ? Precision.FIRST_LOOK_BLOCKS : LookSchedule.next(looked);
        return Math.max(0, (precision.mayStop() ? Math.min(end, look) : end) - next);
    }

    /// The next blocks for another machine, at most so many; empty where there are none until others have come back.
    synchronized Optional<Stretch> stretch(long most) {
        stopInTime();
        long blocks = Math.min(most, left());
        if (blocks == 0) {
            return Optional.empty();
        }
        var stretch = new Stretch(next, next + blocks);
        next += blocks;
        away += blocks;
        return Optional.of(stretch);
    }

    /// Of the whole run, once all threads are done.
    synchronized Convergence convergence() {
        var all = new ArrayList<>(looks);
        if (all.isEmpty() || all.getLast().paths() < paths()) {
            var whole = new Summary(layout);
            whole.add(total);
            open.values().forEach(segment -> whole.add(segment.summary));
            all.add(look(paths(), whole));
        }
        return new Convergence(measures, all, batches());
    }

    /// How a run with targets ended, which came to this.
    synchronized Optional<Precision.Outcome> outcome(Convergence convergence) {
        if (!precision.mayStop()) {
            return Optional.empty();
        }
        List<Precision.State> states = states(convergence.looks().getLast());
        boolean all = states.stream().allMatch(Precision.State::holds);
        Precision.Reason why = all ? Precision.Reason.TARGETS_HOLD : reason.orElse(Precision.Reason.PATHS_USED);
        return Optional.of(new Precision.Outcome(why, simulation.paths(), states));
    }

    /// The next block, or -1 when there is none; empty where the thread must first pour, and wait.
    private synchronized Optional<Long> deal(boolean poured) {
        if (mustWait() && !poured) {
            return Optional.empty();
        }
        await();
        stopInTime();
        paused |= next < end && checkpoints.isDue();
        return Optional.of(next < end && !paused ? next++ : -1);
    }

    private void stopInTime() {
        if (end > next && next > 0 && (isTimeUp() || cutOff.getAsBoolean())) {
            reason = Optional.of(Precision.Reason.TIME_USED);
            stop();
        }
    }

    private boolean isTimeUp() {
        return precision.maxTime().map(limit -> System.nanoTime() - begin > limit.toNanos()).orElse(false);
    }

    private boolean mustWait() {
        boolean beforeFirst = next < Precision.FIRST_LOOK_BLOCKS;
        return precision.mayStop() && !beforeFirst && !paused && next < end && next >= LookSchedule.next(looked);
    }

    private synchronized void await() {
        try {
            while (mustWait()) {
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", e);
        }
    }

    private synchronized Segment segment(long block) {
        long first = LookSchedule.last(block);
        return open.computeIfAbsent(first, from -> new Segment(layout, LookSchedule.next(from) - from));
    }

    /// So many blocks of a segment have been poured; complete ones are looked at in their order.
    private synchronized void poured(Segment segment, long blocks) {
        segment.poured += blocks;
        while (isFull(LookSchedule.next(looked)) && open.containsKey(looked) && open.get(looked).isComplete()) {
            total.add(open.remove(looked).summary);
            looked = LookSchedule.next(looked);
            look();
            notifyAll();
        }
    }

    /// Whether so many blocks have no short one among them.
    private boolean isFull(long blocks) {
        return blocks * BlockSummary.PATHS <= simulation.paths();
    }

    private void look() {
        Look look = look(looked * BlockSummary.PATHS, total);
        looks.add(look);
        if (precision.mayStop() && looked >= Precision.FIRST_LOOK_BLOCKS) {
            List<Precision.State> states = states(look);
            if (states.stream().allMatch(Precision.State::holds)) {
                stop();
            }
            double growth = states.stream().mapToDouble(Precision.State::growth).max().orElse(1);
            progress.look(states, Math.min(simulation.paths(), (long) Math.ceil(look.paths() * growth)));
        }
    }

    private Look look(long paths, Summary summary) {
        return new Look(paths, Reading.all(measures, summary));
    }

    private Optional<Batches> batches() {
        long blocks = paths() / BlockSummary.PATHS;
        if (blocks < LookSchedule.FIRST_WITH_BATCHES) {
            return Optional.empty();
        }
        List<List<Reading>> readings =
                batches.parallelStream().map(batch -> Reading.all(measures, batch)).toList();
        List<List<Double>> values = IntStream.range(0, measures.size())
                .mapToObj(m -> readings.stream().map(batch -> batch.get(m).estimate().value()).toList())
                .toList();
        return Optional.of(new Batches(blocks / LookSchedule.BATCHES * BlockSummary.PATHS, values));
    }

    private List<Precision.State> states(Look look) {
        return precision.states(look, measures, simulation.paths());
    }

    /// What one thread does on the course: takes blocks and shows what became of them.
    final class Walker {
        private final ColumnReader reader;
        private final double[][] watched = new double[columns.length][];
        private final List<Recorder> batchRecorders;
        private Optional<Segment> segment = Optional.empty();
        private Optional<Recorder> recorder = Optional.empty();
        private long blocks;

        private Walker(ColumnReader reader) {
            this.reader = reader;
            batchRecorders = batches.stream().map(batch -> batch.recorder(reader)).toList();
        }

        /// Number of the block to compute, -1 when there is none left.
        long next() {
            Optional<Long> block = deal(recorder.isEmpty());
            if (block.isEmpty()) {
                pour();
                block = deal(true);
            }
            if (block.orElseThrow() < 0) {
                end();
            }
            return block.orElseThrow();
        }

        /// After the last block.
        void end() {
            pour();
            batchRecorders.forEach(Recorder::pour);
        }

        /// The columns `[column][path]` of a block that was dealt to this thread.
        void show(long block, double[][] values, int paths) {
            enter(block);
            for (int i = 0; i < columns.length; i++) {
                watched[i] = values[columns[i]];
            }
            recorder.orElseThrow().record(block, watched, paths);
            batchRecorders.get(LookSchedule.batch(block)).record(block, watched, paths);
            blocks++;
        }

        private void enter(long block) {
            Segment now = segment(block);
            if (recorder.isEmpty() || segment.orElseThrow() != now) {
                pour();
                segment = Optional.of(now);
                recorder = Optional.of(now.summary.recorder(reader));
            }
        }

        private void pour() {
            recorder.ifPresent(Recorder::pour);
            recorder = Optional.empty();
            if (blocks > 0) {
                poured(segment.orElseThrow(), blocks);
                blocks = 0;
            }
        }
    }
}
