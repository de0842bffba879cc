package io.tailrace.random;

/// How many draws the paths of a plan need, and the chain of regimes, whose law is the same on every path.
///
/// @param parameterStreams stream of each uncertain parameter, in the plan's order
/// @param cumulativeTransition `[from][to]` running sums of the transition rows
public record DrawShape(
        int[] parameterStreams,
        int projects,
        int quarters,
        int openingRegime,
        double[][] cumulativeTransition) {}
