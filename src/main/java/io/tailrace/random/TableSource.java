package io.tailrace.random;

/// Fills tables of draws; one instance belongs to one table.
interface TableSource {
    /// With the draws of the paths `firstPath` and on.
    void fill(long firstPath, DrawTable table);
}
