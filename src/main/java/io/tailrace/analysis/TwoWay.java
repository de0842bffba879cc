package io.tailrace.analysis;

import io.tailrace.plan.Plan;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Mean NPV of TaaS less that of IaaS over two levers at once, and the line on which it is zero. $M.
///
/// @param rows values of the lever down the side
/// @param columns values of the lever along the top
/// @param meanDifferenceMillion `[row][column]`
/// @param zeroAt for each row the smallest value of the column lever at which the means are equal, empty if none lies
///     between the first column and the last
public record TwoWay(
        int paths,
        Lever rowLever,
        List<Double> rows,
        Lever columnLever,
        List<Double> columns,
        List<List<Estimate>> meanDifferenceMillion,
        List<Optional<Estimate>> zeroAt) {
    static final int MOST_PATHS = 1 << 14;

    static TwoWay of(
            Study study, Plan plan, Lever rowLever, double[] rows, Lever columnLever, double[] columns, int paths) {
        var cells = new ArrayList<List<Estimate>>();
        var zeroAt = new ArrayList<Optional<Estimate>>();
        for (double row : rows) {
            Plan base = rowLever.at(plan, row);
            Map<Double, Influence> known = new HashMap<>();
            Crossing.Statistic gap = (x, on) -> known.computeIfAbsent(
                    x, at -> BreakEven.gapOfMeans(study.values(columnLever.at(base, at), on, BreakEven.COLUMNS)));
            var line = new ArrayList<Estimate>();
            for (double column : columns) {
                line.add(gap.at(column, paths).estimate());
            }
            cells.add(List.copyOf(line));
            zeroAt.add(Crossing.first(gap, columns, paths, paths));
        }
        return new TwoWay(paths, rowLever, boxed(rows), columnLever, boxed(columns), List.copyOf(cells),
                List.copyOf(zeroAt));
    }

    private static List<Double> boxed(double[] values) {
        var list = new ArrayList<Double>();
        for (double value : values) {
            list.add(value);
        }
        return List.copyOf(list);
    }
}
