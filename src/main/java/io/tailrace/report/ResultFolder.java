package io.tailrace.report;

import io.tailrace.analysis.Analyses;
import io.tailrace.analysis.AnalysisKind;
import io.tailrace.report.committee.CommitteeReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// The folder of a result: which files it holds, and whether it may be written.
public final class ResultFolder {
    static final String SUMMARY = "summary.json";
    private static final String QUARTERLY = "quarterly.csv";
    private static final String PATHS = "paths.csv";
    static final String ANSWER = "answer.txt";
    private static final String MARGINS = "margins.svg";
    private static final String CONVERGENCE = "convergence.json";
    private static final String BACK_TEST = "back-test.txt";
    private static final String ANALYSES = "analyses";
    static final String DIFF = "diff.json";
    private static final Set<String> FILES =
            Set.of(SUMMARY, QUARTERLY, PATHS, CONVERGENCE, ANSWER, MARGINS, BACK_TEST, LimitText.FILE, Register.FILE,
                    Manifest.FILE);

    private ResultFolder() {}

    /// Why a result cannot be written to `folder`, found out before a run and not after it; empty if it can.
    public static Optional<String> obstacle(Path folder, boolean replace) {
        Path absolute = folder.toAbsolutePath().normalize();
        if (absolute.getParent() == null) {
            return Optional.of(folder + " cannot be the folder of a result");
        }
        if (Files.exists(absolute) && !Files.isDirectory(absolute)) {
            return Optional.of(folder + " is a file; --out names a folder");
        }
        if (Files.exists(absolute)) {
            return replace
                    ? foreign(absolute).map(name -> folder + " holds " + name
                            + ", which no run has written: --force replaces results only")
                    : Optional.of(folder + " exists; choose another --out, or replace it with --force");
        }
        Path parent = existing(absolute.getParent());
        return Files.isDirectory(parent) && Files.isWritable(parent)
                ? Optional.empty()
                : Optional.of(folder + " cannot be written: " + parent
                        + (Files.isDirectory(parent) ? " is not writable" : " is not a folder"));
    }

    /// Writes all files of a result, or none; `folder` must not exist unless `replace`.
    public static void write(Path folder, boolean replace, Findings findings, Manifest manifest) throws IOException {
        Map<String, byte[]> files = files(findings);
        files.put(Manifest.FILE, manifest.bytes(findings, files));
        write(folder, replace, files);
    }

    /// All files of a result but the manifest, by name.
    static Map<String, byte[]> files(Findings findings) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(SUMMARY, SummaryJson.bytes(findings.run(), findings.comparison()));
        files.put(QUARTERLY, StatisticsCsv.quarterly(findings.run()));
        files.put(PATHS, StatisticsCsv.paths(findings.run()));
        files.put(CONVERGENCE, ConvergenceJson.bytes(findings));
        files.put(ANSWER, text(Answer.of(findings).lines()));
        if (!findings.limits().isEmpty()) {
            files.put(LimitText.FILE, LimitText.json(findings.limits()));
        }
        FanChart.svg(findings).ifPresent(svg -> files.put(MARGINS, svg.getBytes(StandardCharsets.UTF_8)));
        if (!findings.backTest().rows().isEmpty()) {
            files.put(BACK_TEST, text(BackTestTable.lines(findings.backTest())));
        }
        findings.analyses().ifPresent(analyses -> files.putAll(analyses(analyses)));
        files.put(Register.FILE, Register.of(findings.scenario()).rankedBy(files).csv());
        return files;
    }

    /// Adds analyses to a result, which is replaced as a whole; its other files stay as they are.
    ///
    /// @param record how the analyses were made
    public static void add(Path folder, Analyses analyses, AnalysisRecord record) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
        }
        Map<String, byte[]> added = analyses(analyses);
        files.putAll(added);
        added.put(Register.FILE, Register.of(files).csv());
        files.putAll(added);
        files.put(Manifest.FILE, record.addedTo(files.get(Manifest.FILE), analyses, added));
        write(folder, true, files);
    }

    /// Of an analysis.
    static String fileOf(AnalysisKind kind) {
        return ANALYSES + "/" + kind.key() + ".json";
    }

    /// Files of analyses by name.
    private static Map<String, byte[]> analyses(Analyses analyses) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        analyses.done().forEach((kind, analysis) -> files.put(
                fileOf(kind), AnalysisJson.bytes(kind, analysis, analyses.study())));
        return files;
    }

    static void write(Path folder, boolean replace, Map<String, byte[]> files) throws IOException {
        try (var unfinished = new UnfinishedFolder(folder.toAbsolutePath().normalize())) {
            if (files.keySet().stream().anyMatch(name -> name.startsWith(ANALYSES + "/"))) {
                unfinished.addFolder(ANALYSES);
            }
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                unfinished.add(file.getKey(), file.getValue());
            }
            unfinished.finish(replace);
        }
    }

    /// Something in the folder that is none of a result's files.
    private static Optional<String> foreign(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !isOurs(entry))
                    .map(entry -> entry.getFileName().toString())
                    .sorted()
                    .findFirst();
        } catch (IOException e) {
            return Optional.of("what cannot be read (" + e.getMessage() + ")");
        }
    }

    private static boolean isOurs(Path entry) {
        String name = entry.getFileName().toString();
        return Files.isDirectory(entry)
                ? name.equals(ANALYSES) && holdsAnalysesOnly(entry)
                : mayHold(name);
    }

    /// Whether a result may hold a file of that name, its folder and `/` before it where it has one.
    public static boolean mayHold(String name) {
        return name.startsWith(ANALYSES + "/")
                ? AnalysisKind.keys().contains(name.substring(ANALYSES.length() + 1).replaceFirst("\\.json$", ""))
                : FILES.contains(name) || name.equals(DIFF) || CommitteeReport.files().contains(name);
    }

    private static boolean holdsAnalysesOnly(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.allMatch(entry -> Files.isRegularFile(entry)
                    && AnalysisKind.keys().contains(entry.getFileName().toString().replaceFirst("\\.json$", "")));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path existing(Path folder) {
        Path parent = folder.getParent();
        return Files.exists(folder) || parent == null ? folder : existing(parent);
    }

    private static byte[] text(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
