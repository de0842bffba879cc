/// What is kept of a run, in constant memory however many paths run: exact moments, two-sided histograms, the worst
/// paths with their numbers, and the mean of some columns where another is low.
///
/// The entry is [Summary]: blocks go in from any thread in any order, [ColumnStatistics] come out, with the same
/// bits whatever the order. Counts and sums over paths are integers; only the moments are floating point, and those
/// are joined along a tree whose shape depends on block numbers alone ([MomentTree]). [SummaryCodec] makes bytes of a
/// summary of any blocks, and a summary of the bytes.
package io.tailrace.summary;
