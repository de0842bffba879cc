package io.tailrace.benchmarks.peers;

/// A mean and its standard error, both in the unit of the column.
record Estimate(double mean, double standardError) {
    /// Distance of two independent estimates in their combined standard errors.
    double distance(Estimate other) {
        return Math.abs(mean - other.mean) / Math.hypot(standardError, other.standardError);
    }
}
