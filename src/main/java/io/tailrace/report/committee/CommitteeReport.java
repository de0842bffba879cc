package io.tailrace.report.committee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The report of a stored result.
///
/// @param title of the scenario
/// @param subtitle which run it is
/// @param sections in the order in which they are read, none of them empty
public record CommitteeReport(String title, String subtitle, List<Section> sections) {
    /// In which it is written.
    public enum Format {
        HTML("report.html"), MD("report.md");

        private final String file;

        Format(String file) {
            this.file = file;
        }

        /// Its name in a result's folder.
        public String file() {
            return file;
        }
    }

    /// Names that reports have in a result's folder.
    public static List<String> files() {
        return Stream.of(Format.values()).map(Format::file).toList();
    }

    /// Reads a result and writes its report, whole or not at all.
    public static void write(Path result, Path target, Format format) throws IOException {
        CommitteeReport report = of(StoredFiles.read(result));
        byte[] page = switch (format) {
            case HTML -> HtmlPage.bytes(report);
            case MD -> MarkdownPage.bytes(report);
        };
        Path absolute = target.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        Path unfinished = absolute.resolveSibling("." + absolute.getFileName() + ".unfinished");
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
        return new CommitteeReport(title.isEmpty() ? name : title, subtitle(files, name), sections(files));
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
                analyses(files, "frontiers", "What would have to be true", "break-even"),
                Stresses.section(files),
                Bridge.section(files),
                CapacityAndMix.capacity(files),
                CapacityAndMix.mix(files),
                analyses(files, "providers", "Other providers", "providers"),
                Proof.backTest(files),
                Proof.convergence(files),
                Register.section(files))
                .filter(section -> !section.parts().isEmpty())
                .toList();
    }

    private static Section analyses(StoredFiles files, String id, String title, String... names) {
        var parts = new ArrayList<Part>();
        AnyAnalysis.add(files, parts, names);
        return new Section(id, title, parts);
    }
}
