package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.DoubleNode;

/// Results side by side: this month against last, providers, terms of a contract.
///
/// @param names what the results are called, all of them different
/// @param runs their files
/// @param diff why the second differs from the first; missing where it is not known
record Comparison(List<String> names, List<StoredFiles> runs, JsonNode diff) {
    private static final List<String> NPVS = List.of("npvTaas", "npvIaas", "npvDifference");
    private static final List<Tone> TONES = List.of(Tone.FIRST, Tone.SECOND, Tone.THIRD, Tone.FOURTH, Tone.FIFTH);
    /// So many are told one by one in large letters.
    private static final int FEW = 3;

    List<Section> sections() {
        return List.of(
                new Section("decision", "Side by side", decision()),
                new Section("difference", "Why they differ", Steps.parts(diff, names)),
                new Section("distribution", "How the value is spread", curves()),
                new Section("quarters", "Quarter by quarter", quarters()),
                new Section("method", "How they were made", List.of(method())));
    }

    private List<Part> decision() {
        var parts = new ArrayList<Part>();
        for (int i = 0; i < runs.size(); i++) {
            StoredFiles run = runs.get(i);
            JsonNode mean = run.metric("npvDifference").path("mean");
            var words = Sentence.of(names.get(i) + ": TaaS less IaaS is worth ", Cell.bare(mean, Scale.BILLIONS),
                    " on average, and TaaS is worth less than IaaS in ",
                    Cell.bare(run.summary().path("decision").path("probabilityTaasBelowIaas"), Scale.PERCENT),
                    " of the futures.");
            parts.add(new Sentence(words.cells(), runs.size() <= FEW));
        }
        NPVS.forEach(npv -> parts.add(boxes(npv)));
        parts.add(headline());
        parts.add(Sentence
                .of("Square brackets hold the 95 % interval of the simulation's own error. Results of the same seed"
                        + " were run on the same futures: how they differ is known better than two intervals suggest."));
        return parts;
    }

    /// One NPV of each run.
    private Chart boxes(String npv) {
        var table =
                new Table("NPV of " + Names.of(npv) + " side by side", "run", "P5, $B", "P25, $B", "P50, $B", "P75, $B",
                        "P95, $B", "mean, $B", "CVaR95, $B");
        for (int i = 0; i < runs.size(); i++) {
            JsonNode law = runs.get(i).metric(npv);
            var row = new ArrayList<Cell>();
            row.add(Cell.of(names.get(i)));
            for (String p : List.of("0.05", "0.25", "0.5", "0.75", "0.95")) {
                row.add(Cell.of(law.path("quantiles").path(p), Scale.BILLIONS));
            }
            row.add(Cell.of(law.path("mean"), Scale.BILLIONS));
            row.add(Cell.of(law.path("cvar").path("0.95"), Scale.BILLIONS));
            table.row(row);
        }
        return Chart.flat(
                found("Median NPV of " + Names.of(npv), run -> run.metric(npv).path("quantiles").path("0.5"),
                        Scale.BILLIONS),
                "Each box holds the middle half of a run's futures and its line the median; whiskers reach from P5 to P95.",
                Axis.of("NPV of EBIT, " + Names.of(npv), Scale.BILLIONS),
                List.of(Series.of("P5 to P95", Shape.BOX, Names.tone(npv), 1, 2, 3, 4, 5)),
                runs.size(),
                table);
    }

    /// Of two runs what either has, of more the highest and the lowest.
    private Sentence found(String what, Function<StoredFiles, JsonNode> number, Scale scale) {
        Comparator<Integer> byValue =
                Comparator.comparingDouble(i -> number.apply(runs.get(i)).path("value").asDouble(Double.NaN));
        List<Integer> order = IntStream.range(0, runs.size()).boxed().toList();
        boolean two = runs.size() == 2;
        int one = two ? 0 : Collections.max(order, byValue);
        int other = two ? 1 : Collections.min(order, byValue);
        return Sentence.of(what + ": " + names.get(one) + " ", Cell.bare(number.apply(runs.get(one)), scale),
                (two ? ", " : " is highest, ") + names.get(other) + " ",
                Cell.bare(number.apply(runs.get(other)), scale), two ? "" : " lowest");
    }

    /// A row for each headline number, a column for each run.
    private Table headline() {
        var headers = new ArrayList<>(List.of("headline numbers"));
        headers.addAll(names);
        var table = new Table("headline numbers side by side", headers.toArray(String[]::new));
        for (String npv : NPVS) {
            String name = Names.of(npv);
            row(table, "mean NPV of " + name + ", $B", run -> run.metric(npv).path("mean"), Scale.BILLIONS);
            row(table, "P5 of " + name + ", $B", run -> run.metric(npv).path("quantiles").path("0.05"), Scale.BILLIONS);
            row(table, "CVaR95 of " + name + ", $B", run -> run.metric(npv).path("cvar").path("0.95"), Scale.BILLIONS);
        }
        for (Decided decided : DECIDED) {
            row(table, decided.name(), run -> run.summary().path("decision").at(decided.pointer()), decided.scale());
        }
        row(table, "EBIT margin of TaaS in the last quarter, P50, %", run -> lastMargin(run, "taasMargin"),
                Scale.PERCENT);
        row(table, "EBIT margin of IaaS in the last quarter, P50, %", run -> lastMargin(run, "iaasMargin"),
                Scale.PERCENT);
        return table;
    }

    private record Decided(String name, String pointer, Scale scale) {}

    private static final List<Decided> DECIDED = List.of(
            new Decided("probability that TaaS is worth less than IaaS, %", "/probabilityTaasBelowIaas", Scale.PERCENT),
            new Decided("expected regret of TaaS, $B", "/expectedRegret", Scale.BILLIONS),
            new Decided("TaaS − IaaS where demand is weakest, mean, $B", "/worstDemandDecile/meanNpvDifference",
                    Scale.BILLIONS),
            new Decided("lock-in of TaaS, %", "/lockInTaas", Scale.PERCENT),
            new Decided("lock-in of IaaS, %", "/lockInIaas", Scale.PERCENT));

    private void row(Table table, String name, Function<StoredFiles, JsonNode> number, Scale scale) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(name));
        runs.forEach(run -> cells.add(Cell.of(number.apply(run), scale)));
        table.row(cells);
    }

    private static JsonNode lastMargin(StoredFiles run, String quantity) {
        JsonNode quarters = run.quarters(quantity);
        return quarters.isEmpty()
                ? StoredFiles.MAPPER.missingNode()
                : quarters.path(List.copyOf(quarters.propertyNames()).getLast()).path("quantiles").path("0.5");
    }

    private List<Part> curves() {
        return NPVS.stream().<Part>map(this::curve).toList();
    }

    /// A line for each run that can be told from the others: five in their colours, five more dashed.
    ///
    /// @param after columns of a line after the run's own
    private List<Series> lines(Integer... after) {
        var series = new ArrayList<Series>();
        for (int i = 0; i < Math.min(2 * TONES.size(), runs.size()); i++) {
            boolean dashed = i >= TONES.size();
            var columns = new ArrayList<>(List.of(i + 1));
            columns.addAll(List.of(after));
            series.add(new Series(names.get(i) + (dashed ? " (dashed)" : ""), dashed ? Shape.DASHES : Shape.LINE,
                    TONES.get(i % TONES.size()), columns));
        }
        return series;
    }

    /// What is not drawn is said.
    private String drawn() {
        int most = 2 * TONES.size();
        return runs.size() <= most
                ? ""
                : " The first " + most + " of " + runs.size() + " runs are drawn; the table has all.";
    }

    private Chart curve(String npv) {
        var headers = new ArrayList<>(List.of("futures that end below, %"));
        names.forEach(name -> headers.add("NPV of " + Names.of(npv) + ", " + name + ", $B"));
        var table = new Table("NPV of " + Names.of(npv) + ", distributions", headers.toArray(String[]::new));
        for (String p : runs.getFirst().metric(npv).path("quantiles").propertyNames()) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(DoubleNode.valueOf(Double.parseDouble(p)), Scale.PERCENT));
            runs.forEach(run -> row.add(Cell.of(run.metric(npv).path("quantiles").path(p), Scale.BILLIONS)));
            table.row(row);
        }
        return Chart.upright(
                found("1 of 20 futures has an NPV of " + Names.of(npv) + " below this",
                        run -> run.metric(npv).path("quantiles").path("0.05"), Scale.BILLIONS),
                "The higher a curve at some value, the more futures end below it. The further right a curve, the better."
                        + drawn(),
                Axis.of("NPV of EBIT, " + Names.of(npv), Scale.BILLIONS),
                Axis.of("futures that end below", Scale.PERCENT),
                lines(0),
                table);
    }

    /// Medians of the margins, where all runs have the same quarters.
    private List<Part> quarters() {
        var parts = new ArrayList<Part>();
        for (String quantity : List.of("taasMargin", "iaasMargin")) {
            List<String> labels = List.copyOf(runs.getFirst().quarters(quantity).propertyNames());
            boolean alike = runs.stream()
                    .allMatch(run -> List.copyOf(run.quarters(quantity).propertyNames()).equals(labels));
            if (alike && !labels.isEmpty()) {
                parts.add(margins(quantity, labels));
            }
        }
        return parts;
    }

    private Chart margins(String quantity, List<String> labels) {
        String contract = quantity.startsWith("taas") ? "TaaS" : "IaaS";
        var headers = new ArrayList<>(List.of("quarter"));
        names.forEach(name -> headers.add("EBIT margin of " + contract + ", P50, " + name + ", %"));
        var table = new Table("EBIT margins of " + contract + " by quarter", headers.toArray(String[]::new));
        for (String label : labels) {
            var row = new ArrayList<Cell>();
            row.add(Cell.of(label));
            runs.forEach(run -> row.add(
                    Cell.of(run.quarters(quantity).path(label).path("quantiles").path("0.5"), Scale.PERCENT)));
            table.row(row);
        }
        return Chart.upright(
                found("Median EBIT margin of " + contract + " in " + labels.getLast(),
                        run -> lastMargin(run, quantity), Scale.PERCENT),
                "Each line is a run's median of that quarter: half of its futures lie above, half below." + drawn(),
                Axis.categories("quarter"),
                Axis.of("EBIT margin, median", Scale.PERCENT),
                lines(),
                table);
    }

    private Table method() {
        var headers = new ArrayList<>(List.of("what"));
        headers.addAll(names);
        var table = new Table("the runs", headers.toArray(String[]::new));
        for (String key : List.of("scenario", "paths", "seed", "sampling", "version", "commit", "started",
                "scenarioSha256")) {
            if (runs.stream().anyMatch(run -> run.manifest().path(key).isValueNode())) {
                var cells = new ArrayList<Cell>();
                cells.add(Cell.of(Names.words(key)));
                runs.forEach(run -> cells.add(Cell.of(run.manifest().path(key).asString("–"))));
                table.row(cells);
            }
        }
        return table;
    }
}
