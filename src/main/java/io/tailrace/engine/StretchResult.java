package io.tailrace.engine;

import io.tailrace.kernel.Kernel;
import io.tailrace.summary.BlockSummary;
import io.tailrace.summary.Decoder;
import io.tailrace.summary.Encoder;
import io.tailrace.summary.Layout;
import io.tailrace.summary.Recorder;
import io.tailrace.summary.Summary;
import io.tailrace.summary.SummaryCodec;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/// What is kept of a stretch: its blocks' summary, and what the course of the run watches of them; bytes on the way from
/// one machine to another.
///
/// Format: magic and version, first block and the one after the last, the summary as in checkpoints, the course's part
/// if it watches something, a CRC-32C of all of it. Results add up exactly, in any grouping.
public final class StretchResult {
    private static final String MAGIC = "tailrace stretch";
    private static final int VERSION = 1;

    private final Stretch stretch;
    private final Summary summary;
    private final Optional<Course> course;

    private StretchResult(Stretch stretch, Summary summary, Optional<Course> course) {
        this.stretch = stretch;
        this.summary = summary;
        this.course = course;
    }

    /// Computes the blocks one after the other on this thread.
    ///
    /// @param watched columns that the run's course watches; none in a replicate
    /// @param done hears of paths as they are done, block by block
    public static byte[] compute(Simulation simulation, int[] watched, Stretch stretch, IntConsumer done) {
        Kernel kernel = simulation.kernel().of(simulation.plan(), simulation.sampling());
        Layout layout = Recording.layout(simulation.plan());
        var summary = new Summary(layout);
        Recorder recorder = summary.recorder(kernel.reader());
        Optional<Course> course = part(simulation, watched);
        Optional<Course.Walker> walker = course.map(of -> of.walker(kernel.reader()));
        double[][] columns = new double[layout.columns().size()][BlockSummary.PATHS];
        for (long block = stretch.first(); block < stretch.end(); block++) {
            long number = block;
            int paths = simulation.fill(kernel, block, columns);
            recorder.record(block, columns, paths);
            walker.ifPresent(of -> of.show(number, columns, paths));
            done.accept(paths);
        }
        recorder.pour();
        walker.ifPresent(Course.Walker::end);
        return new StretchResult(stretch, summary, course).bytes();
    }

    /// Several results as one; they follow each other in their order.
    public static byte[] joined(Simulation simulation, int[] watched, List<byte[]> results) {
        var summary = new Summary(Recording.layout(simulation.plan()));
        Optional<Course> course = part(simulation, watched);
        List<Stretch> stretches = results.stream().map(result -> add(result, summary, course)).toList();
        for (int i = 1; i < stretches.size(); i++) {
            if (stretches.get(i).first() != stretches.get(i - 1).end()) {
                throw new IllegalArgumentException(stretches + " do not follow each other");
            }
        }
        var whole = new Stretch(stretches.getFirst().first(), stretches.getLast().end());
        return new StretchResult(whole, summary, course).bytes();
    }

    /// Adds a result to what a run has, and returns its blocks.
    ///
    /// @throws IllegalArgumentException where the bytes are damaged
    static Stretch add(byte[] result, Summary summary, Optional<Course> course) {
        var decoder = new Decoder(SummaryCodec.unsealed(result));
        if (!decoder.text().equals(MAGIC) || decoder.count() != VERSION) {
            throw new IllegalArgumentException("is no stretch of version " + VERSION);
        }
        var stretch = new Stretch(decoder.count(), decoder.count());
        summary.add(SummaryCodec.read(summary.layout(), decoder));
        if (decoder.flag() != course.isPresent()) {
            throw new IllegalArgumentException("watches what the run does not, or the reverse");
        }
        course.ifPresent(of -> of.add(stretch.blocks(), decoder));
        return stretch;
    }

    private byte[] bytes() {
        var encoder = new Encoder();
        encoder.text(MAGIC);
        encoder.count(VERSION);
        encoder.count(stretch.first());
        encoder.count(stretch.end());
        SummaryCodec.write(summary, encoder);
        encoder.flag(course.isPresent());
        course.ifPresent(of -> of.writePart(encoder));
        return SummaryCodec.sealed(encoder.bytes());
    }

    private static Optional<Course> part(Simulation simulation, int[] watched) {
        return watched.length == 0 ? Optional.empty() : Optional.of(Course.part(simulation, watched));
    }
}
