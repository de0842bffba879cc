package io.tailrace.report;

import io.tailrace.calibration.Calibration;
import io.tailrace.calibration.Fit;
import io.tailrace.calibration.Refusal;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What histories say of parameters, and which say too little, as a table in characters.
public final class CalibrationTable {
    private CalibrationTable() {}

    public static List<String> lines(Calibration calibration) {
        var lines = new ArrayList<String>();
        for (Fit fit : calibration.fits()) {
            lines.add(fit.file() + ": " + fit.process());
            lines.add("  " + fit.observations() + " observations, " + fit.span() + String.format(
                    Locale.ROOT, "; log likelihood %.2f", fit.logLikelihood()));
            fit.parameters().forEach(parameter -> lines.add(parameter(parameter)));
            fit.tests().forEach(test -> lines.add(test(test)));
            fit.notes().forEach(note -> lines.add("  " + note));
            lines.add("");
        }
        for (Refusal refusal : calibration.refusals()) {
            lines.add(refusal.file() + ": not fitted");
            lines.add("  " + refusal.parameters() + ": " + refusal.reason());
            lines.add("");
        }
        lines.add("[ ] 95 % interval by the standard error of the fit, which holds for long histories.");
        return lines;
    }

    private static String parameter(Fit.Parameter parameter) {
        var estimate = new Estimate(
                parameter.value(), parameter.standardError(), parameter.low(), parameter.high());
        Figure figure = Figure.plain(estimate);
        return String.format(
                Locale.ROOT, "  %-52s%-10s%-20s%s", parameter.key(), figure.value(), figure.interval(),
                parameter.unit()).stripTrailing();
    }

    private static String test(Fit.GoodnessOfFit test) {
        return String.format(
                Locale.ROOT, "  %-52s%-10.3f%s%s", test.test(), test.statistic(),
                test.pValue() < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", test.pValue()),
                test.rejects() ? ": the history does not look as the model says" : "");
    }
}
