package io.tailrace.report;

import io.tailrace.analysis.PathCauses;
import io.tailrace.engine.Replay;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Unit;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.RegisterEntry;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Everything about one path, line by line: what chance drew, every quantity of every quarter, every metric.
public record PathStory(LoadedScenario scenario, Replay replay, PathCauses causes) {
    private static final Map<Quantity, String> FIRST_OF_SECTION = Map.of(
            Quantity.REGIME, "demand",
            Quantity.CAPACITY_MW, "capacity",
            Quantity.GROSS_SALES, "TaaS",
            Quantity.LEASE_PRICE, "IaaS",
            Quantity.BASE_REVENUE, "provider");

    /// One line of the story.
    ///
    /// @param values of t = 0 … T, or a single one of the whole path; NaN where there is none
    record Line(String section, String name, String unit, double[] values) {
        boolean isOfWholePath() {
            return values.length == 1;
        }
    }

    Plan plan() {
        return replay.plan();
    }

    /// Draws first, in the order in which the model uses them.
    List<Line> lines() {
        var lines = new ArrayList<Line>();
        drawn(lines);
        quantities(lines);
        for (String key : plan().metricKeys()) {
            lines.add(whole("whole path", key, plan().unitOfMetric(key).text(), replay.metric(key)));
        }
        return lines;
    }

    private void drawn(List<Line> lines) {
        Map<String, String> units =
                scenario.register().stream()
                        .collect(Collectors.toMap(RegisterEntry::key, RegisterEntry::unit, (a, _) -> a));
        for (Replay.Drawn drawn : replay.parameters()) {
            lines.add(whole("uncertain parameters", drawn.key(), units.getOrDefault(drawn.key(), ""), drawn.value()));
        }
        List<Double> delays = replay.delays();
        for (int j = 0; j < delays.size(); j++) {
            lines.add(whole("delays", project(j), Unit.QUARTERS.text(), delays.get(j)));
        }
        for (Replay.Shock shock : replay.shocks()) {
            double[] values = shock.values().clone();
            values[0] = Double.NaN;
            lines.add(new Line("shocks", shock.name(), shock.unit(), values));
        }
    }

    private void quantities(List<Line> lines) {
        String section = "";
        for (Quantity quantity : Quantity.values()) {
            section = FIRST_OF_SECTION.getOrDefault(quantity, section);
            double[] values = IntStream.rangeClosed(0, plan().quarters())
                    .mapToDouble(t -> replay.at(quantity, t))
                    .toArray();
            lines.add(new Line(section, quantity.key(), quantity.unit().text(), values));
        }
    }

    /// The metric on which the path is judged, in the unit that people think in.
    String value() {
        return amount(causes.value());
    }

    String amount(double value) {
        Unit unit = plan().unitOfMetric(causes.metric());
        return unit == Unit.MONEY
                ? Figure.significant(value / 1000, 3) + " $B"
                : Figure.of(value, unit).value() + Figure.suffix(unit);
    }

    /// What the metric means, in words.
    String meaning() {
        for (Metric metric : Metric.values()) {
            if (metric.key().equals(causes.metric())) {
                return metric.meaning();
            }
        }
        return "net present value of the mix " + causes.metric();
    }

    private String project(int j) {
        var project = plan().projects().get(j);
        String name = scenario.scenario().capacity().projects().get(project.entry()).name();
        return (name.isEmpty() ? "project " + project.entry() : name) + ", t = "
                + BigDecimal.valueOf(project.plannedQuarter()).stripTrailingZeros().toPlainString();
    }

    private static Line whole(String section, String name, String unit, double value) {
        return new Line(section, name, unit, new double[]{value});
    }
}
