package io.tailrace.calibration;

import java.nio.file.Path;
import java.util.List;

/// Parameters of one process as a history has them.
///
/// @param process what was fitted, in words
/// @param observations changes of a series, or projects
/// @param span what the observations cover, such as `2023Q1 to 2026Q1`
/// @param asOf when the history ends, empty if it does not say
/// @param logLikelihood at its highest
/// @param notes what the reader should know beyond the numbers
public record Fit(
        Path file,
        String process,
        int observations,
        String span,
        String asOf,
        List<Parameter> parameters,
        double logLikelihood,
        List<GoodnessOfFit> tests,
        List<String> notes) {

    /// One parameter, by its key in the scenario.
    ///
    /// @param standardError from the observed information; 0 where the value lies on its bound and none is known
    public record Parameter(String key, String unit, double value, double standardError, Support support) {
        /// End of the 95 % interval.
        public double low() {
            return support.inside(value - 1.96 * standardError);
        }

        public double high() {
            return support.inside(value + 1.96 * standardError);
        }
    }

    /// Which values a parameter may have.
    public enum Support {
        ANY, POSITIVE, SHARE;

        double inside(double value) {
            return switch (this) {
                case ANY -> value;
                case POSITIVE -> Math.max(0, value);
                case SHARE -> Math.clamp(value, 0, 1);
            };
        }
    }

    /// What the fit leaves, held against what the model says it is.
    ///
    /// @param pValue probability of a worse statistic if the model were true
    public record GoodnessOfFit(String test, double statistic, double pValue) {
        /// At the usual 5 %.
        public boolean rejects() {
            return pValue < 0.05;
        }
    }
}
