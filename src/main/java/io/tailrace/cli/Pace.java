package io.tailrace.cli;

/// How fast a run is, over its last seconds: at first the virtual machine still compiles.
final class Pace {
    private static final long WINDOW_NANOS = 3_000_000_000L;

    private Mark older;
    private Mark newer;

    Pace(long nanos) {
        older = new Mark(nanos, 0);
        newer = older;
    }

    /// From here on, after so many paths that somebody else has done.
    void restart(long nanos, long done) {
        older = new Mark(nanos, done);
        newer = older;
    }

    /// Paths a second, when so many are done.
    double at(long nanos, long done) {
        if (nanos - newer.nanos > WINDOW_NANOS) {
            older = newer;
            newer = new Mark(nanos, done);
        }
        return (done - older.done) / ((nanos - older.nanos) / 1e9);
    }

    private record Mark(long nanos, long done) {}
}
