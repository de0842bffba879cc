package io.tailrace.plan;

/// One project of the pipeline.
///
/// @param entry item of the scenario's list, which holds its size
/// @param plannedQuarter energisation as a time: 0 serves all of quarter 1
/// @param ownBusinessShare whether the entry states a business share of its own
/// @param delay curve of the delay in quarters, infinite where cancelled
public record ProjectPlan(int entry, double plannedQuarter, boolean ownBusinessShare, Curve delay) {}
