package io.tailrace.scenario;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A number as people write it, with what it is counted in: `0 $B`, `5 %`, `-1500 $M`, `12`.
///
/// @param number counted in `scale`
public record Amount(double number, Scale scale) {
    private static final Pattern FORM =
            Pattern.compile("([-+−]?(?:\\d+\\.?\\d*|\\.\\d+)(?:[eE][-+]?\\d{1,3})?)\\s*(\\S*)");

    /// In the unit of the metric that it is held against.
    public double inOwnUnit() {
        return number * scale.factor();
    }

    static Optional<Amount> read(String text, Measure.Broken broken) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return broken.because("has no number where one must stand, such as 0 $B or 5 %: " + text.strip(), "");
        }
        double number = Double.parseDouble(form.group(1).replace('−', '-'));
        Optional<Scale> scale = Scale.of(form.group(2)).filter(known -> known != Scale.POINTS);
        if (scale.isEmpty() || !Double.isFinite(number)) {
            return broken.because("is counted in %, $M, $B, or the metric's own unit", "");
        }
        return Optional.of(new Amount(number, scale.get()));
    }

    /// As it is written: `0.5 $B`.
    @Override
    public String toString() {
        return scale.text(number);
    }
}
