package io.tailrace.engine;

import io.tailrace.kernel.Kernel;
import io.tailrace.summary.ColumnReader;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/// Blocks by whichever kernel is swifter at the time: by the model until the lanes are, and from then on by the lanes.
///
/// Why: the compiler needs seconds to make the lanes fast, and meanwhile they are slower than the model many times over.
/// Both give the same bits, so that nobody sees which block came from which. Before each of the model's blocks
/// a few paths are tried in lanes, which is how the compiler gets to know them; two swifter trials in turn decide, because a
/// single time may be an accident of the machine. What one kernel has found holds for the whole process.
final class SwifterKernel implements Kernel {
    static final int TRIAL_PATHS = 128;
    static final int TRIALS_IN_TURN = 2;

    private final Kernel model;
    private final Kernel lanes;
    private final LongSupplier nanoTime;
    private final AtomicBoolean lanesAreSwifter;
    private int swifterTrials;

    /// @param lanesAreSwifter what the process knows of it
    SwifterKernel(Kernel model, Kernel lanes, AtomicBoolean lanesAreSwifter, LongSupplier nanoTime) {
        this.model = model;
        this.lanes = lanes;
        this.lanesAreSwifter = lanesAreSwifter;
        this.nanoTime = nanoTime;
    }

    @Override
    public void block(long firstPath, int paths, double[][] columns) {
        if (lanesAreSwifter.get()) {
            lanes.block(firstPath, paths, columns);
            return;
        }
        int trial = Math.min(TRIAL_PATHS, paths);
        double inLanes = nanosPerPath(lanes, firstPath, trial, columns);
        double byModel = nanosPerPath(model, firstPath, paths, columns);
        swifterTrials = inLanes < byModel ? swifterTrials + 1 : 0;
        if (swifterTrials == TRIALS_IN_TURN) {
            lanesAreSwifter.set(true);
        }
    }

    @Override
    public ColumnReader reader() {
        return lanes.reader();
    }

    private double nanosPerPath(Kernel kernel, long firstPath, int paths, double[][] columns) {
        long begin = nanoTime.getAsLong();
        kernel.block(firstPath, paths, columns);
        return (double) (nanoTime.getAsLong() - begin) / paths;
    }
}
