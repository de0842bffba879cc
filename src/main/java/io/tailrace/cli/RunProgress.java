package io.tailrace.cli;

import io.tailrace.engine.Precision;
import io.tailrace.engine.Progress;
import java.util.List;

/// How far a run is, drawn for people and told to programs.
final class RunProgress implements Progress, AutoCloseable {
    private final ProgressLine line;
    private final RunEvents events;

    RunProgress(ProgressLine line, RunEvents events) {
        this.line = line;
        this.events = events;
    }

    @Override
    public void update(long done, long total) {
        line.update(done, total);
        events.update(done, total);
    }

    @Override
    public void resumed(long done) {
        line.resumed(done);
        events.resumed(done);
    }

    @Override
    public void look(List<Precision.State> states, long expectedPaths) {
        line.look(states, expectedPaths);
        events.look(states, expectedPaths);
    }

    /// Makes room on the screen; the line comes back with the next update.
    void clear() {
        line.close();
    }

    @Override
    public void close() {
        line.close();
        events.close();
    }
}
