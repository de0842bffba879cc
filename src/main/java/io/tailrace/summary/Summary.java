package io.tailrace.summary;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// What is kept of a run: blocks of paths go in, statistics of every column come out.
///
/// Each thread records through a [Recorder] of its own, with the blocks in any order; the results are the same bits.
/// Questions are for when every recorder has poured. A value of NaN leaves its path out of its column; an infinite one
/// is an error of the program's and ends with an exception that names the column and its first path in the block.
///
/// Memory, whatever the number of paths: a column costs 32 KiB and 8 KiB more on either side of zero for every octave
/// its magnitudes reach above 2,047 units of its resolution: 150 KiB for sums of 10³ to 10⁵ at 2⁻⁷. Beside that come 64 bytes a column for each span of the [MomentTree], and the
/// [ConditionalTail]s. [#estimatedBytes] adds it up.
public final class Summary {
    private final Layout layout;
    private final List<TwoSidedHistogram> histograms; // each the lock of its own column
    private final List<ConditionalTail> tails; // each its own lock
    private final WorstPaths[] worst; // parallel to layout.worstColumns(), under the lock of moments
    private final MomentTree moments = new MomentTree();

    public Summary(Layout layout) {
        this(layout, layout.columns().stream().map(TwoSidedHistogram::new).toList());
    }

    private Summary(Layout layout, List<TwoSidedHistogram> histograms) {
        this.layout = layout;
        this.histograms = histograms;
        tails = layout.conditions().stream()
                .map(condition -> new ConditionalTail(layout, condition))
                .toList();
        worst = layout.worstColumns().stream().map(_ -> WorstPaths.NONE).toArray(WorstPaths[]::new);
    }

    /// An empty summary in the room of one that is not needed any more, which is cleared; its tails stay as they are.
    ///
    /// Why: a summary's room is large, and taking it anew for each of many is slow.
    public static Summary inRoomOf(Summary old) {
        old.histograms.forEach(TwoSidedHistogram::clear);
        return new Summary(old.layout, old.histograms);
    }

    /// For one thread, which gives the kernel's blocks to it.
    public Recorder recorder(ColumnReader reader) {
        return new Recorder(this, reader);
    }

    /// Takes in a single block; see [Recorder#record]. After an infinite value nothing of the block is counted.
    public void record(long block, double[][] values, int paths) {
        Recorder recorder = recorder(ColumnReader.SCALAR);
        recorder.record(block, values, paths);
        recorder.pour();
    }

    /// Takes in another summary of other blocks of the same run; exact in any order and grouping.
    public void add(Summary other) {
        if (!layout.equals(other.layout)) {
            throw new IllegalArgumentException("Only summaries of one layout can be added");
        }
        synchronized (moments) {
            if (moments.overlaps(other.moments)) {
                throw new IllegalArgumentException("The summaries have blocks in common");
            }
            moments.add(other.moments);
            keepWorst(List.of(other.worst));
        }
        IntStream.range(0, histograms.size()).forEach(c -> histograms.get(c).add(other.histograms.get(c)));
        IntStream.range(0, tails.size()).forEach(t -> tails.get(t).add(other.tails.get(t)));
    }

    void write(Encoder to) {
        histograms.forEach(histogram -> histogram.write(to));
        tails.forEach(tail -> tail.write(to));
        for (WorstPaths paths : worst) {
            paths.write(to);
        }
        moments.write(to);
    }

    /// Into an empty summary.
    void read(Decoder from) {
        histograms.forEach(histogram -> histogram.read(from));
        tails.forEach(tail -> tail.read(from));
        for (int kept = 0; kept < worst.length; kept++) {
            worst[kept] = WorstPaths.read(from);
        }
        moments.read(from);
    }

    public Layout layout() {
        return layout;
    }

    /// How many paths are in, counted or left out.
    public long paths() {
        TwoSidedHistogram first = histograms.getFirst();
        synchronized (first) {
            return first.count() + first.leftOut();
        }
    }

    /// Of every column, in the layout's order.
    public List<ColumnStatistics> statistics() {
        List<Moments> total = moments.total();
        return IntStream.range(0, histograms.size())
                .parallel()
                .mapToObj(c -> statistics(c, total.isEmpty() ? Moments.NONE : total.get(c)))
                .toList();
    }

    /// Mean of one column, as in its statistics.
    public Estimate mean(int column) {
        synchronized (moments) {
            List<Moments> total = moments.total();
            return ColumnStatistics.mean(total.isEmpty() ? Moments.NONE : total.get(column));
        }
    }

    /// The column's occupied bins, for quantiles, shortfalls and pictures of its law.
    public BinnedValues values(int column) {
        TwoSidedHistogram histogram = histograms.get(column);
        synchronized (histogram) {
            return histogram.values();
        }
    }

    /// Share of the column's counted paths in bins below that of `x`, with Wilson's interval.
    public Estimate probabilityBelow(int column, double x) {
        TwoSidedHistogram histogram = histograms.get(column);
        synchronized (histogram) {
            double n = histogram.count();
            return Estimate.share(histogram.countBelow(x) / n, n);
        }
    }

    /// Of one of [Layout#worstColumns].
    public WorstPaths worst(int column) {
        int kept = layout.worstColumns().indexOf(column);
        if (kept < 0) {
            throw new IllegalArgumentException("The worst paths of column " + column + " were not kept");
        }
        return worst[kept];
    }

    /// Parallel to [Layout#conditions].
    public List<ConditionalTail> tails() {
        return tails;
    }

    public long estimatedBytes() {
        long counts = histograms.stream().mapToLong(TwoSidedHistogram::estimatedBytes).sum();
        long sums = tails.stream().mapToLong(ConditionalTail::estimatedBytes).sum();
        return counts + sums + 64L * histograms.size() * moments.spans();
    }

    private ColumnStatistics statistics(int column, Moments moments) {
        TwoSidedHistogram histogram = histograms.get(column);
        synchronized (histogram) {
            return ColumnStatistics.of(layout.columns().get(column), histogram, moments);
        }
    }

    /// What a path's value must not exceed to be among the worst, parallel to [Layout#worstColumns].
    double[] worstLimits() {
        synchronized (moments) {
            return Arrays.stream(worst).mapToDouble(WorstPaths::limit).toArray();
        }
    }

    /// Everything of a block but its counts.
    void merge(BlockSummary summary, double[][] values) {
        synchronized (moments) {
            if (moments.contains(summary.block())) {
                throw new IllegalArgumentException("Block " + summary.block() + " is in already");
            }
            moments.add(summary.block(), summary.moments());
            keepWorst(summary.worst());
        }
        for (ConditionalTail tail : tails) {
            synchronized (tail) {
                tail.record(values, summary.paths());
            }
        }
    }

    void pour(int column, NarrowCounts counts) {
        TwoSidedHistogram histogram = histograms.get(column);
        synchronized (histogram) {
            histogram.pour(counts);
        }
    }

    private void keepWorst(List<WorstPaths> candidates) {
        for (int kept = 0; kept < worst.length; kept++) {
            worst[kept] = worst[kept].plus(candidates.get(kept));
        }
    }
}
