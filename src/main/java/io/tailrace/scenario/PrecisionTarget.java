package io.tailrace.scenario;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How closely a run shall know a measure: `cvar95(npvTaas) within 0.5 %`, `p5(npvTaas) within 0.1 $B`.
///
/// @param within half width of the interval that is asked for, in `scale`
public record PrecisionTarget(Measure measure, double within, Scale scale) {
    private static final Pattern FORM =
            Pattern.compile("(.+?)\\s+within\\s+(\\d+\\.?\\d*(?:[eE][-+]?\\d{1,3})?|\\.\\d+)\\s*(\\S*)");
    private static final String RULE = "must have the form MEASURE within AMOUNT, such as cvar95(npvTaas) within 0.5 %";

    /// Half width that is asked for, in the metric's own unit, where the measure has this value.
    public double tolerance(double value) {
        return within * scale.factor() * (scale == Scale.PERCENT ? Math.abs(value) : 1);
    }

    /// A half width in the metric's own unit, counted in this target's scale; the inverse of [#tolerance].
    public double inScale(double halfWidth, double value) {
        return halfWidth / (scale.factor() * (scale == Scale.PERCENT ? Math.abs(value) : 1));
    }

    /// What an amount is counted in, empty for the metric's own unit.
    public String unit() {
        return scale.suffix();
    }

    /// Targets from the command line.
    ///
    /// @param option stands in messages in place of a file
    /// @throws InvalidScenarioException listing all problems
    public static List<PrecisionTarget> parse(String option, List<String> texts, Set<String> metrics) {
        var problems = new Problems();
        var targets = texts.stream()
                .flatMap(text -> read(text, metrics,
                        (rule, hint) -> problems.add(new Location(option, 0), "", text, rule, hint)).stream())
                .toList();
        problems.throwIfAny();
        return targets;
    }

    static Optional<PrecisionTarget> read(String text, Set<String> metrics, Measure.Broken broken) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return broken.because(RULE, "");
        }
        double within = Double.parseDouble(form.group(2));
        var scale = Scale.of(form.group(3));
        if (scale.isEmpty()) {
            return broken.because("is measured in %, $M, $B, points (of a percentage), or the metric's own unit", "");
        }
        if (!(within > 0)) {
            return broken.because("must ask for more than nothing: an amount above 0", "");
        }
        return Measure.read(form.group(1), metrics, broken)
                .map(measure -> new PrecisionTarget(measure, within, scale.get()));
    }

    /// As it is written: `cvar95(npvTaas) within 0.5 %`.
    @Override
    public String toString() {
        return measure + " within " + scale.text(within);
    }
}
