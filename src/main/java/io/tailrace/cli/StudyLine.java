package io.tailrace.cli;

import io.tailrace.analysis.AnalysisKind;
import io.tailrace.analysis.Study;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;

/// One line that says which analysis works, how many paths have been run and for how long; drawn only on a terminal,
/// and told to programs now and then.
final class StudyLine implements Study.Listener, AutoCloseable {
    private static final long REDRAW_NANOS = 100_000_000;
    private static final long PAUSE_NANOS = 2_000_000_000L;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean live;
    private final Events events;
    private final long begin = System.nanoTime();
    private long drawn = begin;
    private long told = begin;
    private boolean visible;

    StudyLine(PrintWriter out, boolean live, Events events) {
        this.out = out;
        this.live = live;
        this.events = events;
    }

    @Override
    public synchronized void update(AnalysisKind kind, long pathsRun) {
        long now = System.nanoTime();
        if (now - told >= PAUSE_NANOS) {
            told = now;
            events.tell("analysis", Map.of("analysis", kind.key(), "paths", pathsRun));
        }
        if (!live || now - drawn < REDRAW_NANOS) {
            return;
        }
        drawn = now;
        out.printf(
                Locale.ROOT,
                "\r%s: %,d paths run, %s\u001b[K",
                kind.key(),
                pathsRun,
                Durations.text((now - begin) / 1e9));
        out.flush();
        visible = true;
    }

    @Override
    public void close() {
        clear();
    }

    /// Clears the line, so that what is printed next stands alone.
    synchronized void clear() {
        if (visible) {
            out.print(CLEAR);
            out.flush();
            visible = false;
        }
    }
}
