package io.tailrace.analysis;

import io.tailrace.scenario.Scenario.BackTestRow;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.math3.distribution.BinomialDistribution;

/// How many observed figures lie inside P10 to P90, against the four in five that a right model would have there.
///
/// Error: rows are counted as if they were independent, and those of one quarter are not; the interval is then too short.
///
/// @param kind of the rows: forecasts may have been known when the scenario was written, what is out of sample was not
/// @param rate share of hits; Wilson's interval holds for few rows too
/// @param expected share of hits if the model is right
/// @param probabilityOfSoFew that a right model has at most so many hits
public record HitRate(
        BackTestRow.Kind kind,
        int rows,
        int hits,
        Estimate rate,
        double expected,
        double probabilityOfSoFew) {
    /// P10 to P90.
    private static final double EXPECTED = 0.8;

    /// Of each kind that has a row with a figure and a fan.
    static List<HitRate> of(List<BackTest.Row> rows) {
        var rates = new ArrayList<HitRate>();
        for (BackTestRow.Kind kind : BackTestRow.Kind.values()) {
            List<Boolean> hits = rows.stream()
                    .filter(row -> row.target().kind() == kind)
                    .flatMap(row -> row.insideFan().stream())
                    .toList();
            if (!hits.isEmpty()) {
                rates.add(of(kind, hits.size(), (int) hits.stream().filter(hit -> hit).count()));
            }
        }
        return List.copyOf(rates);
    }

    private static HitRate of(BackTestRow.Kind kind, int rows, int hits) {
        double soFew = new BinomialDistribution(null, rows, EXPECTED).cumulativeProbability(hits);
        return new HitRate(kind, rows, hits, Estimate.share((double) hits / rows, rows), EXPECTED, soFew);
    }
}
