package io.tailrace.calibration;

import io.tailrace.calibration.Fit.Parameter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Fits as a file for `--stress`: each parameter as uncertain as the history leaves it, with the history as its source.
///
/// A value and its standard error become a normal distribution, a lognormal one where the parameter is positive, and a
/// normal one cut to [0, 1] where it is a share.
public final class Overlay {
    private final Map<String, List<String>> sections = new LinkedHashMap<>();
    private final List<String> sources = new ArrayList<>();

    private Overlay() {}

    /// Empty where nothing was fitted that a scenario can take.
    public static Optional<String> text(Calibration calibration) {
        var overlay = new Overlay();
        calibration.fits().forEach(overlay::add);
        return overlay.sections.isEmpty() ? Optional.empty() : Optional.of(overlay.text());
    }

    /// Two histories that fit the same parameter, in words; a file can hold only one of them.
    public static Optional<String> twice(Calibration calibration) {
        var files = new LinkedHashMap<String, Path>();
        for (Fit fit : calibration.fits()) {
            String key = fit.parameters().getFirst().key();
            Path first = files.putIfAbsent(key, fit.file());
            if (first != null) {
                return Optional.of(first + " and " + fit.file() + " both fit " + key);
            }
        }
        return Optional.empty();
    }

    private void add(Fit fit) {
        boolean delays = fit.parameters().getFirst().key().equals(DelayProcess.LATE);
        if (delays && fit.parameters().size() < 4) {
            return; // a lateness without a size is no distribution
        }
        sources.add(String.valueOf(fit.file().getFileName()));
        if (delays) {
            add("capacity", "delayQuarters", late(fit.parameters()), fit, "");
            return;
        }
        for (Parameter parameter : fit.parameters()) {
            int dot = parameter.key().indexOf('.');
            add(parameter.key().substring(0, dot), parameter.key().substring(dot + 1), value(parameter), fit,
                    "; standard error " + number(parameter.standardError()));
        }
    }

    private void add(String section, String key, String value, Fit fit, String error) {
        var lines = sections.computeIfAbsent(section, _ -> new ArrayList<>());
        lines.add("  " + key + ":");
        lines.add("    value: " + value);
        lines.add(
                "    source: \"fitted by maximum likelihood to " + fit.file().getFileName() + ", " + fit.observations()
                        + " observations, " + fit.span() + error + "\"");
        if (!fit.asOf().isEmpty()) {
            lines.add("    asOf: " + fit.asOf());
        }
        lines.add("    confidence: " + (fit.tests().stream().anyMatch(Fit.GoodnessOfFit::rejects) ? "low" : "medium"));
    }

    private static String value(Parameter parameter) {
        String mean = number(parameter.value());
        String error = number(parameter.standardError());
        if (parameter.standardError() == 0) {
            return mean;
        }
        return switch (parameter.support()) {
            case ANY -> "{normal: {mean: " + mean + ", standardDeviation: " + error + "}}";
            case POSITIVE -> "{lognormal: {median: " + mean + ", sigma: "
                    + number(parameter.standardError() / parameter.value()) + "}}";
            case SHARE -> "{truncated: {of: {normal: {mean: " + mean + ", standardDeviation: " + error
                    + "}}, min: 0, max: 1}}";
        };
    }

    private static String late(List<Parameter> parameters) {
        var values = new LinkedHashMap<String, String>();
        parameters.forEach(parameter -> values.put(parameter.key(), number(parameter.value())));
        return "{late: {probability: " + values.get(DelayProcess.LATE) + ", slip: {lognormal: {median: "
                + values.get(DelayProcess.MEDIAN) + ", sigma: " + values.get(DelayProcess.SIGMA) + "}}, cancelled: "
                + values.get(DelayProcess.CANCELLED) + "}}";
    }

    private String text() {
        var text = new StringBuilder(String.format(Locale.ROOT, """
                # Written by tailrace calibrate: parameters fitted to history, as uncertain as the history leaves them.
                # Lay it over a scenario: tailrace run SCENARIO --stress THIS-FILE

                stress:
                  name: calibrated
                  title: Parameters fitted to history
                  description: "Fitted to %s."
                """, String.join(", ", sources.stream().distinct().toList())));
        sections.forEach((section, lines) -> {
            text.append("\n").append(section).append(":\n");
            lines.forEach(line -> text.append(line).append("\n"));
        });
        return text.toString();
    }

    /// To five digits.
    private static String number(double value) {
        return new BigDecimal(value).round(new MathContext(5)).stripTrailingZeros().toPlainString();
    }
}
