package io.tailrace.scenario;

import java.util.OptionalDouble;

/// A scalar parameter: a number or a distribution that is drawn once per path, and where it comes from.
///
/// @param point the value used at t = 0 and in deterministic runs, when the scenario states one; the plan
/// otherwise takes the mode of a PERT or triangular, the median of a lognormal or of a metalog with one bound, the mean
/// of any other
public record Input(Distribution distribution, OptionalDouble point, Provenance provenance) {
    public static Input of(double value) {
        return new Input(new Distribution.Constant(value), OptionalDouble.empty(), Provenance.NONE);
    }

    public boolean isConstant() {
        return distribution instanceof Distribution.Constant;
    }

    /// Where a parameter comes from; empty strings where nothing is said.
    ///
    /// @param validUntil last day on which it may be used unchecked
    public record Provenance(String source, String asOf, String validUntil, String confidence, String note) {
        public static final Provenance NONE = new Provenance("", "", "", "", "");
    }
}
