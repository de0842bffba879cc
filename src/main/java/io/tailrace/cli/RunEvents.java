package io.tailrace.cli;

import io.tailrace.engine.Precision;
import io.tailrace.engine.Progress;
import io.tailrace.engine.Simulation;
import io.tailrace.summary.BlockSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/// Tells the [Events] of a run: `run` when it begins, `progress` once in two seconds and when it ends.
final class RunEvents implements Progress, AutoCloseable {
    private static final long PAUSE_NANOS = 2_000_000_000L;

    private final Events events;
    private final LongSupplier nanoTime;
    private final Pace pace;
    private long told;
    private long done;
    private long total;
    private long expected = Long.MAX_VALUE;
    private List<Map<String, Object>> targets = List.of();

    RunEvents(Events events, LongSupplier nanoTime) {
        this.events = events;
        this.nanoTime = nanoTime;
        told = nanoTime.getAsLong();
        pace = new Pace(told);
    }

    /// What is about to be run.
    void begin(Simulation simulation) {
        total = simulation.paths();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("scenario", simulation.plan().name());
        fields.put("seed", simulation.sampling().seed());
        fields.put("paths", simulation.paths());
        fields.put("blocks", simulation.blocks());
        fields.put("threads", simulation.threads());
        events.tell("run", fields);
    }

    @Override
    public synchronized void update(long paths, long ofPaths) {
        done = Math.max(done, paths);
        total = ofPaths;
        long now = nanoTime.getAsLong();
        if (now - told >= PAUSE_NANOS) {
            told = now;
            tell(now);
        }
    }

    @Override
    public synchronized void resumed(long paths) {
        done = paths;
        pace.restart(nanoTime.getAsLong(), paths);
    }

    @Override
    public synchronized void look(List<Precision.State> states, long expectedPaths) {
        expected = expectedPaths;
        targets = states.stream().map(RunEvents::target).toList();
    }

    @Override
    public synchronized void close() {
        if (done > 0) {
            tell(nanoTime.getAsLong());
        }
    }

    private void tell(long now) {
        double pathsPerSecond = pace.at(now, done);
        long until = Math.max(done, Math.min(total, expected));
        var fields = new LinkedHashMap<String, Object>();
        fields.put("blocks", blocks(done));
        fields.put("ofBlocks", blocks(until));
        fields.put("paths", done);
        fields.put("ofPaths", until);
        if (pathsPerSecond > 0 && Double.isFinite(pathsPerSecond)) {
            fields.put("pathsPerSecond", Math.round(pathsPerSecond));
            fields.put("etaSeconds", Math.round((until - done) / pathsPerSecond * 10) / 10.0);
        }
        if (!targets.isEmpty()) {
            fields.put("targets", targets);
        }
        events.tell("progress", fields);
    }

    private static long blocks(long paths) {
        return Math.ceilDiv(paths, (long) BlockSummary.PATHS);
    }

    private static Map<String, Object> target(Precision.State state) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("target", state.target().toString());
        fields.put("halfWidth", state.error());
        fields.put("tolerance", state.tolerance());
        fields.put("holds", state.holds());
        return fields;
    }
}
