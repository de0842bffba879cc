package io.tailrace.report.committee;

import io.tailrace.report.Headline;
import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// Page one: what to sign, what it is worth, and what could go wrong.
final class Decision {
    private static final List<String> PROBABILITIES = List.of("0.1", "0.5", "0.9");

    private final StoredFiles files;
    private final JsonNode decision;

    private Decision(StoredFiles files) {
        this.files = files;
        decision = files.summary().path("decision");
    }

    static Section of(StoredFiles files) {
        var page = new Decision(files);
        List<Part> parts = LimitWords.of(files);
        parts.addAll(files.sellsTokens() ? page.twoContracts() : page.leaseOnly());
        return new Section("decision", "The decision", parts);
    }

    private List<Part> twoContracts() {
        var parts = new ArrayList<Part>();
        parts.add(
                Sentence.of("The question: sell the same megawatts by the token (TaaS), a margin that hangs on demand,"
                        + " or let them under a take-or-pay lease (IaaS), one that is fixed while the tenant pays? Both are valued on the"
                        + " same " + number(files.paths()) + " simulated futures: their operating profit (EBIT) over "
                        + files.summary().path("quarters").asInt() + " quarters, discounted to today (NPV)."));
        Headline.contracts(
                Choice.estimate(files.metric("npvDifference").path("mean")),
                Choice.estimate(decision.path("probabilityTaasBelowIaas")),
                Choice.estimate(decision.path("worstDemandDecile").path("meanNpvDifference")),
                files.paths())
                .forEach(sentence -> parts.add(Sentence.lead(sentence)));
        Frontiers.demandLoss(files).ifPresent(at -> parts.add(Sentence.lead("Demand would have to fall by ",
                Cell.bare(at, Scale.PERCENT), " for good to make both worth the same on average.")));
        parts.add(new Heading("What to sign"));
        parts.addAll(Choice.of(files));
        parts.add(worth(List.of("npvTaas", "npvIaas", "npvDifference")));
        parts.add(new Heading("What could go wrong"));
        parts.add(Sentence.of("Signing TaaS and finding that IaaS would have been better costs ",
                said("expectedRegret", Scale.BILLIONS), " averaged over all futures, and ",
                said("regretCvar95", Scale.BILLIONS), " over the 5 % where it costs most. The contract fixes ",
                said("lockInTaas", Scale.PERCENT), " of the discounted revenue of TaaS, and ",
                said("lockInIaas", Scale.PERCENT), " of that of IaaS; the rest depends on demand or on re-letting."));
        parts.addAll(Dangers.of(files));
        parts.addAll(sureness());
        parts.add(new Heading("The numbers"));
        parts.add(contracts());
        parts.add(more().fold());
        return parts;
    }

    private List<Part> leaseOnly() {
        var parts = new ArrayList<Part>();
        parts.add(Sentence.lead("This provider only leases its megawatts (IaaS). They are worth ",
                Cell.bare(files.metric("npvIaas").path("mean"), Scale.BILLIONS),
                " on average, and in the worst 5 % of futures ",
                Cell.bare(files.metric("npvIaas").path("cvar").path("0.95"), Scale.BILLIONS), "."));
        parts.add(Sentence.of("If the same megawatts sold tokens on the scenario's terms (TaaS), they would be worth ",
                Cell.said(files.metric("npvTaas").path("mean"), Scale.BILLIONS), " on average."));
        parts.add(worth(List.of("npvIaas")));
        List<Part> dangers = Dangers.of(files);
        if (!dangers.isEmpty()) {
            parts.add(new Heading("What could go wrong"));
            parts.addAll(dangers);
        }
        parts.addAll(sureness());
        return parts;
    }

    private List<Part> sureness() {
        var parts = new ArrayList<Part>();
        parts.add(new Heading("How sure this is"));
        Shares.chance(files, files.sellsTokens() ? "npvDifference" : "npvIaas").ifPresent(parts::add);
        BackTests.hits(files.analysis("backtest")).ifPresent(parts::add);
        parts.add(Sentence
                .of("Square brackets hold the 95 % interval of the simulation's own error. They say nothing about"
                        + " whether the assumptions are true; those are listed at the end, each with its source."));
        return parts;
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private Cell said(String key, Scale scale) {
        return Cell.said(decision.path(key), scale);
    }

    /// The laws of the NPVs, one to a row.
    private Chart worth(List<String> metrics) {
        var table = new Table("net present values", "NPV of EBIT, $B", "P5", "P10", "P25", "P50", "P75", "P90", "P95",
                "mean",
                "CVaR95, mean of the worst 5 %");
        for (String metric : metrics) {
            JsonNode law = files.metric(metric);
            var row = new ArrayList<Cell>();
            row.add(Cell.of(Names.of(metric)));
            for (String p : List.of("0.05", "0.1", "0.25", "0.5", "0.75", "0.9", "0.95")) {
                row.add(Cell.of(law.path("quantiles").path(p), Scale.BILLIONS));
            }
            row.add(Cell.of(law.path("mean"), Scale.BILLIONS));
            row.add(Cell.of(law.path("cvar").path("0.95"), Scale.BILLIONS));
            table.row(row);
        }
        var title = new ArrayList<>();
        for (String metric : metrics.subList(0, Math.min(2, metrics.size()))) {
            JsonNode law = files.metric(metric).path("quantiles");
            title.addAll(List.of(title.isEmpty() ? "In 8 of 10 futures " : ", ", Names.of(metric) + " is worth ",
                    Cell.bare(law.path("0.1"), Scale.BILLIONS), " to ", Cell.bare(law.path("0.9"), Scale.BILLIONS)));
        }
        return Chart.flat(
                Sentence.of(title.toArray()),
                "Each box holds the middle half of the futures and its line the median; whiskers reach from P5 to P95."
                        + " Left of 0 is a loss.",
                Axis.of("NPV of EBIT", Scale.BILLIONS),
                List.of(Series.of("P5 to P95", Shape.BOX, Tone.PLAIN, 1, 3, 4, 5, 7)),
                metrics.size(),
                table.fold());
    }

    /// Both contracts in the numbers by which they are judged.
    private Table contracts() {
        var table = new Table("both contracts", "", "TaaS", "IaaS", "TaaS − IaaS");
        for (String p : PROBABILITIES) {
            npvs(table, "NPV of EBIT, " + Names.percentile(p) + ", $B", npv -> npv.path("quantiles").path(p));
        }
        npvs(table, "NPV of EBIT, mean, $B", npv -> npv.path("mean"));
        npvs(table, "NPV of EBIT, CVaR95, mean of the worst 5 %, $B", npv -> npv.path("cvar").path("0.95"));
        for (String end : ends()) {
            for (String p : PROBABILITIES) {
                table.row(Cell.of("EBIT margin in " + end + ", " + Names.percentile(p) + ", %"),
                        margin("taasMargin", end, p), margin("iaasMargin", end, p), Cell.NONE);
            }
        }
        table.row(Cell.of("probability that TaaS is worth less than IaaS, %"), Cell.NONE, Cell.NONE,
                Cell.of(decision.path("probabilityTaasBelowIaas"), Scale.PERCENT));
        return table;
    }

    /// What is also known of both.
    private Table more() {
        var table = new Table("more of both contracts", "", "TaaS", "IaaS", "TaaS − IaaS");
        JsonNode weak = decision.path("worstDemandDecile");
        table.row(Cell.of("mean NPV on the tenth of futures with the weakest demand, $B"),
                Cell.of(weak.path("meanNpvTaas"), Scale.BILLIONS), Cell.of(weak.path("meanNpvIaas"), Scale.BILLIONS),
                Cell.of(weak.path("meanNpvDifference"), Scale.BILLIONS));
        table.row(Cell.of("lock-in: share of discounted revenue that the contract fixes, %"),
                Cell.of(decision.path("lockInTaas"), Scale.PERCENT),
                Cell.of(decision.path("lockInIaas"), Scale.PERCENT),
                Cell.NONE);
        JsonNode givenUp = decision.path("meanGivenUpPerCvar95Saved");
        if (!givenUp.isNull()) {
            table.row(Cell.of("mean NPV given up by leasing for each $ of CVaR95 that it saves, $"), Cell.NONE,
                    Cell.NONE, Cell.of(givenUp, Scale.PLAIN));
        }
        table.row(
                Cell.of("quarters of " + files.summary().path("quarters").asInt()
                        + " with an EBIT margin below the hurdle"),
                Cell.of(files.metric("quartersBelowHurdleTaas").path("mean"), Scale.PLAIN),
                Cell.of(files.metric("quartersBelowHurdleIaas").path("mean"), Scale.PLAIN), Cell.NONE);
        table.row(Cell.of("lowest EBIT of four quarters in a row, mean, $B"),
                Cell.of(files.metric("lowestTrailingEbitTaas").path("mean"), Scale.BILLIONS),
                Cell.of(files.metric("lowestTrailingEbitIaas").path("mean"), Scale.BILLIONS), Cell.NONE);
        return table;
    }

    private void npvs(Table table, String name, Function<JsonNode, JsonNode> number) {
        var cells = new ArrayList<Cell>();
        cells.add(Cell.of(name));
        List.of("npvTaas", "npvIaas", "npvDifference")
                .forEach(npv -> cells.add(Cell.of(number.apply(files.metric(npv)), Scale.BILLIONS)));
        table.row(cells);
    }

    private Cell margin(String quantity, String quarter, String probability) {
        return Cell.of(files.quarters(quantity).path(quarter).path("quantiles").path(probability), Scale.PERCENT);
    }

    /// The last quarter, where margins were recorded.
    private List<String> ends() {
        List<String> quarters = List.copyOf(files.quarters("taasMargin").propertyNames());
        return files.hasQuarters("taasMargin", "iaasMargin") ? List.of(quarters.getLast()) : List.of();
    }
}
