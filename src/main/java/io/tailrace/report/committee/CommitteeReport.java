package io.tailrace.report.committee;

import io.tailrace.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// The report of a stored result.
///
/// @param title of the scenario
/// @param subtitle which run it is
/// @param made when the run began, the latest of several
/// @param sections in the order in which they are read, none of them empty
public record CommitteeReport(String title, String subtitle, Instant made, List<Section> sections) {
    /// Of no single run, and so without its date.
    CommitteeReport(String title, String subtitle, List<Section> sections) {
        this(title, subtitle, Instant.EPOCH, sections);
    }

    /// In which it is written.
    public enum Format {
        HTML("report.html"), PDF("report.pdf"), XLSX("report.xlsx"), MD("report.md");

        private final String file;

        Format(String file) {
            this.file = file;
        }

        /// Those that a scenario asks for.
        public static Set<Format> of(Scenario scenario) {
            Set<Format> formats = EnumSet.noneOf(Format.class);
            scenario.report().forEach(asked -> formats.add(switch (asked) {
                case html -> HTML;
                case pdf -> PDF;
                case xlsx -> XLSX;
                case md -> MD;
            }));
            return formats;
        }

        /// Its name in a result's folder.
        public String file() {
            return file;
        }

        /// What results side by side are called there.
        public String comparison() {
            return file.replace("report", "comparison");
        }
    }

    /// Names that reports have in a result's folder.
    public static List<String> files() {
        return Stream.of(Format.values()).flatMap(format -> Stream.of(format.file(), format.comparison())).toList();
    }

    /// Writes reports into a result's folder.
    public static void write(Path result, Set<Format> formats) throws IOException {
        for (Format format : formats) {
            write(result, result.resolve(format.file()), format);
        }
    }

    /// Reads a result and writes its report, whole or not at all.
    public static void write(Path result, Path target, Format format) throws IOException {
        write(of(StoredFiles.read(result)), target, format);
    }

    /// The same for several results side by side.
    ///
    /// @param names what they are called
    /// @param diff why the second differs from the first, as `diff` writes it in JSON; empty if that is not to be said
    public static void compare(List<Path> results, List<String> names, String diff, Path target, Format format)
            throws IOException {
        var runs = new ArrayList<StoredFiles>();
        for (Path result : results) {
            runs.add(StoredFiles.read(result));
        }
        JsonNode waterfall = diff.isEmpty() ? StoredFiles.MAPPER.missingNode() : StoredFiles.MAPPER.readTree(diff);
        var sections = new Comparison(names, runs, waterfall).sections();
        write(new CommitteeReport(String.join(" against ", names), names.size() + " results side by side",
                runs.stream().map(StoredFiles::made).max(Comparator.naturalOrder()).orElse(Instant.EPOCH),
                sections.stream().filter(section -> !section.parts().isEmpty()).toList()), target, format);
    }

    static void write(CommitteeReport report, Path target, Format format) throws IOException {
        byte[] page = switch (format) {
            case HTML -> HtmlPage.bytes(report);
            case PDF -> PdfReport.bytes(report);
            case XLSX -> XlsxBook.bytes(report);
            case MD -> MarkdownPage.bytes(report);
        };
        Path absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        long process = ProcessHandle.current().pid();
        Path unfinished = absolute.resolveSibling("." + absolute.getFileName() + "." + process + ".unfinished");
        try {
            Files.write(unfinished, page);
            Files.move(unfinished, absolute, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    static CommitteeReport of(StoredFiles files) {
        String name = files.summary().path("scenario").asString("");
        String title = files.scenario().path("title").asString("");
        return new CommitteeReport(
                title.isEmpty() ? name : title, subtitle(files, name), files.made(), sections(files));
    }

    private static String subtitle(StoredFiles files, String name) {
        var changes = new ArrayList<String>();
        files.manifest().path("stresses").forEach(stress -> changes.add(stress.path("name").asString("")));
        files.manifest().path("sets").forEach(set -> changes.add(set.asString("")));
        return String.format(Locale.ROOT, "%s: %,d paths of %s quarters after %s, seed %s%s",
                name, files.paths(), files.summary().path("quarters").asString(""),
                files.summary().path("openingQuarter").asString(""), files.summary().path("seed").asString(""),
                changes.isEmpty() ? "" : "; changed by " + String.join(", ", changes));
    }

    private static List<Section> sections(StoredFiles files) {
        return Stream.of(
                Decision.of(files),
                Fans.section(files),
                Distributions.section(files),
                Drivers.section(files),
                Frontiers.section(files),
                Stresses.section(files),
                Bridge.section(files),
                CapacityAndMix.capacity(files),
                CapacityAndMix.mix(files),
                ProviderComparison.section(files),
                BackTests.section(files),
                Proof.convergence(files),
                Register.section(files))
                .filter(section -> !section.parts().isEmpty())
                .toList();
    }
}
