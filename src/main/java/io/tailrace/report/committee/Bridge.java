package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Where a quarter's TaaS revenue comes from and where it goes: means over all futures.
///
/// Why two piles: fees, shares and re-use add up to revenue; capacity, tokens and gross profit add up to it again. EBIT,
/// which is gross profit less operating expense, is a line.
final class Bridge {
    private record Stone(String name, String quantity, Shape shape, Tone tone) {}

    private static final List<Stone> STONES = List.of(
            new Stone("fixed fee", "fixedFee", Shape.PILE, Tone.FEE),
            new Stone("usage fee", "usageFee", Shape.PILE, Tone.USAGE),
            new Stone("share of token sales", "revenueShare", Shape.PILE, Tone.SHARE),
            new Stone("excess-performance share", "excessShare", Shape.PILE, Tone.BONUS),
            new Stone("re-use of idle megawatts", "idleReuse", Shape.PILE, Tone.IDLE),
            new Stone("cost of the megawatts", "taasCapacityCost", Shape.SECOND_PILE, Tone.COST),
            new Stone("cost of the tokens", "tokenCost", Shape.SECOND_PILE, Tone.TOKENS),
            new Stone("gross profit", "taasGrossProfit", Shape.SECOND_PILE, Tone.PROFIT),
            new Stone("EBIT", "taasEbit", Shape.LINE, Tone.TAAS));

    private Bridge() {}

    static Section section(StoredFiles files) {
        boolean known = files.sellsTokens()
                && files.hasQuarters(STONES.stream().map(Stone::quantity).toArray(String[]::new));
        return new Section("bridge", "From fees to margin", known ? List.of(chart(files)) : List.of());
    }

    private static Chart chart(StoredFiles files) {
        var headers = new ArrayList<String>();
        headers.add("quarter");
        STONES.forEach(stone -> headers.add(stone.name() + ", mean, $B"));
        var table = new Table("TaaS margin bridge", headers.toArray(String[]::new));
        List<String> quarters = List.copyOf(files.quarters("taasRevenue").propertyNames());
        for (String quarter : quarters) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(quarter));
            STONES.forEach(stone -> row.add(Cell.of(mean(files, stone.quantity(), quarter), Scale.BILLIONS)));
            table.row(row);
        }
        var series = new ArrayList<Series>();
        for (int i = 0; i < STONES.size(); i++) {
            series.add(Series.of(STONES.get(i).name(), STONES.get(i).shape(), STONES.get(i).tone(), i + 1));
        }
        String last = quarters.getLast();
        return Chart.upright(
                Sentence.of("Of a mean TaaS revenue of ", bare(files, "taasRevenue", last), " in " + last + ", ",
                        bare(files, "fixedFee", last), " is fixed fee and ", bare(files, "revenueShare", last),
                        " is a share of sales; ", bare(files, "taasEbit", last), " is left as EBIT"),
                "Left pile: where revenue comes from. Right pile, of the same height: what the megawatts and the tokens cost,"
                        + " and the gross profit that is left; operating expense lies between that and the line, EBIT."
                        + " All are means over the futures.",
                Axis.categories("quarter"),
                Axis.of("mean per quarter", Scale.BILLIONS),
                series,
                table);
    }

    private static Cell bare(StoredFiles files, String quantity, String quarter) {
        return Cell.bare(mean(files, quantity, quarter), Scale.BILLIONS);
    }

    private static JsonNode mean(StoredFiles files, String quantity, String quarter) {
        return files.quarters(quantity).path(quarter).path("mean");
    }
}
