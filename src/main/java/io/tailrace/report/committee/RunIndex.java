package io.tailrace.report.committee;

import io.tailrace.report.committee.Chart.Axis;
import io.tailrace.report.committee.Chart.Series;
import io.tailrace.report.committee.Chart.Shape;
import io.tailrace.report.committee.Chart.Tone;
import io.tailrace.summary.Estimate;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// A page with every run of a results folder: its headline numbers, and links to its report and files.
///
/// @param runs the newest first
public record RunIndex(List<Run> runs) {
    private static final String TITLE = "Runs";
    /// The title stands among the first bytes of the page.
    private static final int HEAD = 2000;
    private static final List<String> MEASURES = List.of("mean(npvTaas)", "mean(npvIaas)", "mean(npvDifference)",
            "cvar95(npvTaas)", "cvar95(npvIaas)", "probability(taasBelowIaas)");

    /// @param folder seen from the page, with `/`
    /// @param changes what was laid over the scenario or set
    /// @param files of the folder that are worth a link
    public record Run(
            String folder,
            String state,
            String scenario,
            String changes,
            String started,
            long paths,
            long seed,
            List<Measured> headline,
            List<String> files) {}

    /// @param measure such as `cvar95(npvTaas)`
    /// @param unit as the JSON names it
    public record Measured(String measure, String unit, Estimate estimate) {}

    /// Whether such a page is there, and not somebody else's.
    public static boolean isAt(Path page) throws IOException {
        if (!Files.isRegularFile(page)) {
            return false;
        }
        try (InputStream stream = Files.newInputStream(page)) {
            String head = new String(stream.readNBytes(HEAD), StandardCharsets.UTF_8);
            return head.contains(HtmlPage.GENERATOR) && head.contains("<title>" + TITLE + "</title>");
        }
    }

    /// Whole or not at all.
    public void write(Path target) throws IOException {
        List<Part> parts = runs.isEmpty() ? List.of(Sentence.of("There are no runs here yet.")) : parts();
        String count = String.format(Locale.ROOT, "%,d %s, the newest first", runs.size(),
                runs.size() == 1 ? "run" : "runs");
        CommitteeReport.write(
                new CommitteeReport(TITLE, count, List.of(new Section("decision", "All runs", parts))), target,
                CommitteeReport.Format.HTML);
    }

    private List<Part> parts() {
        var parts = new ArrayList<Part>();
        List<Run> compared =
                runs.stream().filter(run -> !(cell(run, "mean(npvDifference)") instanceof Cell.Words)).toList();
        if (compared.size() > 1) {
            parts.add(chart(compared));
        }
        parts.add(table());
        return parts;
    }

    private static Chart chart(List<Run> compared) {
        var table = new Table("what TaaS is worth more, by run", "run", "mean NPV of TaaS − IaaS, $B");
        compared.forEach(run -> table.row(Cell.of(run.folder()), cell(run, "mean(npvDifference)")));
        return Chart.flat(
                Sentence.of("What TaaS is worth more than IaaS on average: ", bare(compared.getFirst()),
                        " in the newest run, ",
                        compared.getFirst().folder()),
                "Right of 0 selling by the token is worth more, left of it leasing. Whiskers: 95 % interval.",
                Axis.of("mean NPV of TaaS − IaaS", Scale.BILLIONS),
                List.of(Series.of("TaaS − IaaS", Shape.DOT, Tone.DIFFERENCE, 1)),
                table.rows().size(),
                table);
    }

    private Table table() {
        var table = new Table("runs", "run", "report", "state", "scenario", "changed by", "started", "paths", "seed",
                "mean NPV of TaaS, $B", "mean NPV of IaaS, $B", "mean of TaaS − IaaS, $B", "CVaR95 of TaaS, $B",
                "CVaR95 of IaaS, $B", "P(TaaS < IaaS), %");
        for (Run run : runs) {
            var cells = new ArrayList<Cell>();
            cells.add(new Cell.Link(run.folder(), address(run.folder()) + "/"));
            cells.add(run.files().isEmpty()
                    ? Cell.NONE
                    : new Cell.Link(run.files().getFirst(), address(run.folder() + "/" + run.files().getFirst())));
            cells.add(Cell.of(run.state()));
            cells.add(Cell.of(run.scenario()));
            cells.add(Cell.of(run.changes()));
            cells.add(Cell.of(run.started()));
            cells.add(new Cell.Amount(Estimate.exact((double) run.paths()), Scale.PLAIN, false, Cell.Place.TABLE));
            cells.add(Cell.of(Long.toString(run.seed())));
            MEASURES.forEach(measure -> cells.add(cell(run, measure)));
            table.row(cells);
        }
        return table;
    }

    private static Cell cell(Run run, String measure) {
        return amount(run, measure, Cell.Place.TABLE);
    }

    private static Cell bare(Run run) {
        return amount(run, "mean(npvDifference)", Cell.Place.TITLE);
    }

    private static Cell amount(Run run, String measure, Cell.Place place) {
        return run.headline().stream()
                .filter(number -> number.measure().equals(measure) && Double.isFinite(number.estimate().value()))
                .<Cell>map(number -> new Cell.Amount(number.estimate(), Scale.of(number.unit()), false, place))
                .findFirst()
                .orElse(Cell.NONE);
    }

    /// Relative, whatever the folder is called.
    private static String address(String path) {
        return "./" + Arrays.stream(path.split("/", -1))
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20"))
                .collect(Collectors.joining("/"));
    }
}
