package io.tailrace.engine;

/// A run ended before its time because it was asked to; what it has done is kept.
public final class RunStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final long paths;

    /// @param paths that were done and kept
    public RunStoppedException(long paths) {
        super("the run was stopped after " + paths + " paths");
        this.paths = paths;
    }

    public long paths() {
        return paths;
    }
}
