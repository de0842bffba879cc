package io.tailrace.batch;

import io.tailrace.engine.Recording;
import io.tailrace.engine.Simulation;
import io.tailrace.random.Sampling;
import io.tailrace.summary.Layout;
import java.util.Locale;
import java.util.Optional;

/// What a run needs of the heap: a summary, whose size hardly depends on the paths, and a block for each thread.
public final class HeapNeed {
    /// Of a column of the summary with usual magnitudes, and of its statistics.
    private static final long BYTES_PER_COLUMN = 200 << 10;

    private HeapNeed() {}

    /// Before a run: an upper estimate, since the size of a histogram depends on what falls into it. In a quasi-random
    /// run a replicate has a summary of its own beside that of the whole.
    public static long bytes(Simulation simulation) {
        Layout layout = Recording.layout(simulation.plan());
        long summaries = simulation.sampling() instanceof Sampling.QuasiRandom ? 2 : 1;
        return summaries * layout.columns().size() * BYTES_PER_COLUMN + blocks(simulation);
    }

    /// Blocks of values of all threads.
    public static long blocks(Simulation simulation) {
        return simulation.threads() * Simulation.bytesPerThread(simulation.plan());
    }

    /// Why a run cannot be, and what helps; empty where the heap suffices.
    public static Optional<String> obstacle(Simulation simulation) {
        long needed = bytes(simulation);
        long available = Runtime.getRuntime().maxMemory();
        return needed <= available
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%d threads need about %,d MB and Java may use %,d MB: ask for fewer --threads, or give it more,"
                                + " such as TAILRACE_JAVA_OPTS=-Xmx%dg",
                        simulation.threads(),
                        needed >> 20,
                        available >> 20,
                        (needed >> 30) + 1));
    }
}
