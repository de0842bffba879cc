package io.tailrace.batch;

/// What a job is expected to take.
///
/// @param paths that it is expected to run; for one with targets, of which no earlier run tells, its limit
/// @param seconds of wall time
/// @param heapBytes an upper estimate
/// @param diskBytes of its result
/// @param basis what the time is taken from
public record Forecast(Job job, long paths, double seconds, long heapBytes, long diskBytes, Basis basis) {
    /// Where a forecast comes from, the best first.
    public enum Basis {
        /// Its result is there.
        RESULT,
        /// An earlier run of the same scenario on this machine, from the catalogue.
        HISTORY,
        /// A short run that was made for it.
        PILOT
    }

    /// Whether the job may end before the paths that are given here.
    public boolean isLimit() {
        return basis != Basis.RESULT && job.precision().mayStop() && paths == job.limit();
    }
}
