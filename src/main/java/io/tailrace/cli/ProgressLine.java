package io.tailrace.cli;

import io.tailrace.engine.Progress;
import java.io.PrintWriter;
import java.util.Locale;

/// One line that says how far a run is, how fast, and how long it still takes; drawn only on a terminal.
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;

    private final PrintWriter out;
    private final boolean live;
    private final long begin = System.nanoTime();
    private long drawn = begin;
    private boolean visible;

    ProgressLine(PrintWriter out, boolean live) {
        this.out = out;
        this.live = live;
    }

    @Override
    public synchronized void update(long done, long total) {
        long now = System.nanoTime();
        if (!live || now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        visible = true;
        double seconds = (now - begin) / 1e9;
        double rate = done / seconds;
        int filled = (int) (WIDTH * done / total);
        out.printf(
                Locale.ROOT,
                "\r%s%s %5.1f %%  %,d paths/s  %s left \u001b[K",
                "█".repeat(filled),
                "░".repeat(WIDTH - filled),
                100.0 * done / total,
                Math.round(rate),
                Durations.text((total - done) / rate));
        out.flush();
    }

    /// Clears the line, so that the answer stands alone.
    @Override
    public synchronized void close() {
        if (visible) {
            out.print("\r\u001b[K");
            out.flush();
        }
    }
}
