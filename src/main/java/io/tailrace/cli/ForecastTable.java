package io.tailrace.cli;

import io.tailrace.batch.Forecast;
import io.tailrace.report.Figure;
import io.tailrace.report.Grid;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a batch is expected to take, job by job.
final class ForecastTable {
    private ForecastTable() {}

    static List<String> lines(List<Forecast> forecasts) {
        var grid = new Grid("job", "paths", "time", "heap", "disk", "time taken from");
        for (Forecast forecast : forecasts) {
            boolean there = forecast.basis() == Forecast.Basis.RESULT;
            grid.row(
                    forecast.job().name(),
                    figure(String.format(Locale.ROOT, forecast.isLimit() ? "up to %,d" : "%,d", forecast.paths())),
                    figure(there ? "" : Durations.text(forecast.seconds())),
                    figure(there ? "" : megabytes(forecast.heapBytes())),
                    figure(there ? "" : megabytes(forecast.diskBytes())),
                    figure(switch (forecast.basis()) {
                        case RESULT -> "its result is there";
                        case HISTORY -> "earlier runs here";
                        case PILOT -> "a pilot run";
                    }));
        }
        var lines = new ArrayList<String>(grid.lines());
        lines.add(total(forecasts));
        return lines;
    }

    private static String total(List<Forecast> forecasts) {
        List<Forecast> work = forecasts.stream()
                .filter(forecast -> forecast.basis() != Forecast.Basis.RESULT)
                .toList();
        if (work.isEmpty()) {
            return "Nothing is left to run.";
        }
        boolean limited = work.stream().anyMatch(Forecast::isLimit);
        return String.format(
                Locale.ROOT,
                "%,d of %,d jobs are left to run: %s %s, %s of heap at most, %s on disk.",
                work.size(),
                forecasts.size(),
                limited ? "up to about" : "about",
                Durations.text(work.stream().mapToDouble(Forecast::seconds).sum()),
                megabytes(work.stream().mapToLong(Forecast::heapBytes).max().orElse(0)),
                megabytes(work.stream().mapToLong(Forecast::diskBytes).sum()));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%,d MB", Math.max(1, Math.round(bytes / 1e6)));
    }

    private static Figure figure(String text) {
        return new Figure(text, "");
    }
}
