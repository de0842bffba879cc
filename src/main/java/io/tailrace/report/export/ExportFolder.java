package io.tailrace.report.export;

import io.tailrace.engine.PathSample;
import io.tailrace.engine.RunResult;
import io.tailrace.report.Manifest;
import io.tailrace.report.Register;
import io.tailrace.report.UnfinishedFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The folder of an export; it appears whole or not at all.
public final class ExportFolder {
    private static final Set<String> TABLES = Set.of("quarterly", "metrics", "histogram", "paths", "register");
    private static final String DICTIONARY = "dictionary.csv";
    private static final String SUMS = "SHA256SUMS";

    private ExportFolder() {}

    /// In which tables are written; the dictionary is always CSV.
    public enum Format {
        CSV, PARQUET;

        /// Of a file's name.
        public String ending() {
            return "." + name().toLowerCase(Locale.ROOT);
        }
    }

    /// What is known of a result: its files, and what the run made again has given.
    ///
    /// @param again the same run; without it there is no histogram
    /// @param sample some of its paths
    public record Content(Path result, Optional<RunResult> again, Optional<PathSample> sample) {}

    /// Why an export cannot go to `folder`; empty if it can.
    public static Optional<String> obstacle(Path folder, boolean replace) {
        if (!Files.exists(folder)) {
            return Optional.empty();
        }
        if (!Files.isDirectory(folder)) {
            return Optional.of(folder + " is a file; --out names a folder");
        }
        return replace
                ? foreign(folder).map(
                        name -> folder + " holds " + name + ", which is of no export: --force replaces exports only")
                : Optional.of(folder + " exists; choose another --out, or replace it with --force");
    }

    private static Optional<String> foreign(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).filter(name -> !isOurs(name)).sorted()
                    .findFirst();
        } catch (IOException e) {
            return Optional.of("what cannot be read (" + e.getMessage() + ")");
        }
    }

    private static boolean isOurs(String name) {
        boolean table = Stream.of(Format.values())
                .anyMatch(format -> name.endsWith(format.ending())
                        && TABLES.contains(name.substring(0, name.length() - format.ending().length())));
        return table || name.equals(DICTIONARY) || name.equals(SUMS);
    }

    /// Writes all tables of what is known, or none; `folder` must not exist unless `replace`.
    ///
    /// @return a line for each file, its name and how many rows it has
    public static List<String> write(Content content, Path folder, boolean replace, Format format) throws IOException {
        List<ExportTable> tables = tables(content);
        var lines = new ArrayList<String>();
        try (var unfinished = new UnfinishedFolder(folder.toAbsolutePath().normalize())) {
            var sums = new StringBuilder();
            for (ExportTable table : tables) {
                String name = table.name() + format.ending();
                write(table, unfinished.place(name), format);
                lines.add(line(name, table));
                sums.append(sum(unfinished.place(name)));
            }
            ExportTable dictionary = Dictionary.of(tables, format.ending());
            write(dictionary, unfinished.place(DICTIONARY), Format.CSV);
            lines.add(line(DICTIONARY, dictionary));
            sums.append(sum(unfinished.place(DICTIONARY)));
            unfinished.add(SUMS, sums.toString().getBytes(StandardCharsets.UTF_8));
            unfinished.finish(replace);
        }
        return lines;
    }

    private static List<ExportTable> tables(Content content) throws IOException {
        JsonNode summary = summary(content.result());
        var tables = new ArrayList<ExportTable>();
        tables.add(StoredTables.quarterly(summary));
        tables.add(StoredTables.metrics(summary));
        content.again().map(PathTables::histogram).ifPresent(tables::add);
        content.sample().map(sample -> PathTables.paths(sample, summary)).ifPresent(tables::add);
        tables.add(StoredTables.register(Register.ofResult(content.result())));
        return tables;
    }

    private static JsonNode summary(Path result) throws IOException {
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(result.resolve("summary.json")));
        } catch (JacksonException notJson) {
            throw new IOException("summary.json is no JSON: " + notJson.getOriginalMessage(), notJson);
        }
    }

    private static void write(ExportTable table, Path file, Format format) throws IOException {
        switch (format) {
            case CSV -> CsvFile.write(table, file);
            case PARQUET -> ParquetFile.write(table, file);
        }
    }

    private static String line(String name, ExportTable table) {
        return String.format(Locale.ROOT, "  %-18s %,9d rows  %,3d columns", name, table.rows(),
                table.columns().size());
    }

    /// As `sha256sum --check` reads it.
    private static String sum(Path file) throws IOException {
        return Manifest.sha256(Files.readAllBytes(file)) + "  " + file.getFileName() + "\n";
    }
}
