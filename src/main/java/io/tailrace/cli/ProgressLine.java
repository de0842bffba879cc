package io.tailrace.cli;

import io.tailrace.engine.Precision;
import io.tailrace.engine.Progress;
import io.tailrace.report.PrecisionText;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/// One line that says how far a run is, how fast, and how long it still takes; drawn only on a terminal.
final class ProgressLine implements Progress, AutoCloseable {
    private static final int WIDTH = 30;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean live;
    private final LongSupplier nanoTime;
    private final Pace pace;
    private long drawnNanos;
    private long drawnPaths;
    private boolean visible;
    private long expected = Long.MAX_VALUE;
    private String targets = "";

    ProgressLine(PrintWriter out, boolean live) {
        this(out, live, System::nanoTime);
    }

    ProgressLine(PrintWriter out, boolean live, LongSupplier nanoTime) {
        this.out = out;
        this.live = live;
        this.nanoTime = nanoTime;
        drawnNanos = nanoTime.getAsLong();
        pace = new Pace(drawnNanos);
    }

    @Override
    public synchronized void update(long done, long total) {
        long now = nanoTime.getAsLong();
        if (!live || now - drawnNanos < REDRAW_NANOS || done <= drawnPaths) {
            return;
        }
        drawnNanos = now;
        drawnPaths = done;
        draw(done, Math.max(done, Math.min(total, expected)), pace.at(now, done));
    }

    @Override
    public synchronized void resumed(long done) {
        drawnPaths = done;
        pace.restart(nanoTime.getAsLong(), done);
    }

    /// From now on the line says how near the targets are, and how long it takes until they hold.
    @Override
    public synchronized void look(List<Precision.State> states, long expectedPaths) {
        expected = expectedPaths;
        targets = "  " + PrecisionText.brief(states);
    }

    private void draw(long done, long total, double pathsPerSecond) {
        int filled = (int) (WIDTH * done / total);
        out.printf(
                Locale.ROOT,
                "\r%s%s %5.1f %%  %,d paths a second, %s left%s\u001b[K",
                "█".repeat(filled),
                "░".repeat(WIDTH - filled),
                100.0 * done / total,
                Math.round(pathsPerSecond),
                Durations.text((total - done) / pathsPerSecond),
                targets);
        out.flush();
        visible = true;
    }

    /// Clears the line, so that the answer stands alone.
    @Override
    public synchronized void close() {
        if (visible) {
            out.print(CLEAR);
            out.flush();
        }
    }
}
