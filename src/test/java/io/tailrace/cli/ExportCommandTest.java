package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.report.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Exports of a small result, read again by another program: DuckDB.
final class ExportCommandTest {
    private static final List<String> TABLES = List.of("quarterly", "metrics", "histogram", "paths", "register");

    @TempDir static Path folder;

    private static Path result;
    private static Path parquet;
    private static Path csv;
    private static JsonNode summary;

    @BeforeAll
    static void export() throws IOException {
        result = folder.resolve("result");
        ok("run", "configs/aws-bedrock.yaml", "--paths", "3000", "-q", "--out", result.toString());
        ok("export", result.toString(), "--format", "parquet", "--paths", "10%");
        ok("export", result.toString(), "--paths", "0.1");
        parquet = folder.resolve("result-parquet");
        csv = folder.resolve("result-csv");
        summary = JsonMapper.shared().readTree(Files.readAllBytes(result.resolve("summary.json")));
    }

    @Test
    void everyStatisticComesBackToTheLastBit() throws SQLException {
        int compared = 0;
        try (Connection duck = duck();
                Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM " + table(parquet, "quarterly", "parquet"))) {
            while (row.next()) {
                JsonNode statistics = summary.path("quarterly").path(row.getString("quantity")).path("quarters")
                        .path(row.getString("quarter"));
                JsonNode stored = statistic(statistics, row.getString("statistic"));
                assertSame(row, "value", stored.isNumber() ? stored : stored.path("value"));
                for (String column : List.of("standardError", "low", "high")) {
                    assertSame(row, column, stored.path(column));
                }
                assertThat(row.getBoolean("fewerThan100PathsInTail"))
                        .isEqualTo(stored.path("fewerThan100PathsInTail").asBoolean(false));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(summary.path("quarterly").size() * 20 * 27);
    }

    @Test
    void csvAndParquetHoldTheSameBits() throws SQLException {
        for (String name : TABLES) {
            String one = table(parquet, name, "parquet");
            String other = typed(one, csv.resolve(name + ".csv"));
            assertThat(number("SELECT count(*) FROM " + one)).as(name).isPositive()
                    .isEqualTo(number("SELECT count(*) FROM " + other));
            assertThat(
                    number("SELECT count(*) FROM (SELECT * FROM " + one + " EXCEPT ALL SELECT * FROM " + other + ")"))
                    .as(name).isZero();
        }
    }

    @Test
    void theHistogramCountsEveryPathBetweenTheExtremes() throws SQLException {
        for (String metric : List.of("npvTaas", "npvIaas", "npvDifference")) {
            String those = " FROM " + table(parquet, "histogram", "parquet") + " WHERE metric = '" + metric + "'";
            assertThat(number("SELECT sum(count)" + those)).isEqualTo(3000);
            assertThat(real("SELECT min(low)" + those)).isEqualTo(summary.at("/path/" + metric + "/min").asDouble());
            assertThat(real("SELECT max(high)" + those)).isEqualTo(summary.at("/path/" + metric + "/max").asDouble());
        }
    }

    @Test
    void pathsAreThoseOfTheRun() throws SQLException {
        String paths = table(parquet, "paths", "parquet");
        assertThat(number("SELECT count(*) FROM " + paths)).isBetween(200L, 400L);
        assertThat(number("SELECT count(*) FROM " + paths + " WHERE npvDifference = npvTaas - npvIaas"))
                .isEqualTo(number("SELECT count(*) FROM " + paths));
        long path = number("SELECT min(path) FROM " + paths);
        Invocation replay =
                Invocation.of("replay", result.toString(), "--path", Long.toString(path), "--format", "json");
        JsonNode story = JsonMapper.shared().readTree(replay.out());
        double npv = real("SELECT npvTaas FROM " + paths + " WHERE path = " + path);
        assertThat(story.findValues("npvTaas").toString()).contains(Double.toString(npv));
    }

    @Test
    void theDictionaryExplainsEveryColumnAndEveryName() throws SQLException {
        String dictionary = table(parquet, "dictionary", "csv");
        for (String name : TABLES) {
            assertThat(number("SELECT count(*) FROM (SELECT column_name FROM (DESCRIBE SELECT * FROM "
                    + table(parquet, name, "parquet") + ") EXCEPT SELECT \"column\" FROM " + dictionary
                    + " WHERE file = '" + name + ".parquet' AND \"type\" <> '' AND meaning <> '' AND source <> '')"))
                    .as(name).isZero();
        }
        for (String column : List.of("quantity", "statistic")) {
            assertThat(number("SELECT count(*) FROM (SELECT DISTINCT " + column + " FROM "
                    + table(parquet, "quarterly", "parquet") + " EXCEPT SELECT name FROM " + dictionary
                    + " WHERE \"column\" = '" + column + "' AND meaning <> '')")).isZero();
        }
    }

    @Test
    void checksumsAreThoseOfTheFiles() throws IOException {
        List<String> lines = Files.readAllLines(parquet.resolve("SHA256SUMS"));
        assertThat(lines).hasSize(TABLES.size() + 1);
        for (String line : lines) {
            String[] parts = line.split(" {2}", 2);
            assertThat(Manifest.sha256(Files.readAllBytes(parquet.resolve(parts[1])))).isEqualTo(parts[0]);
        }
    }

    @Test
    void exportingAgainGivesTheSameBytes() throws IOException {
        Path again = folder.resolve("again");
        ok("export", result.toString(), "--format", "parquet", "--paths", "0.1", "--threads", "1", "--out",
                again.toString());
        assertThat(again.resolve("SHA256SUMS")).hasSameTextualContentAs(parquet.resolve("SHA256SUMS"));
    }

    @Test
    void whatIsStoredNeedsNoRun() {
        Path stored = folder.resolve("stored");
        ok("export", result.toString(), "--stored-only", "--out", stored.toString());
        assertThat(stored.toFile().list()).containsExactlyInAnyOrder("quarterly.csv", "metrics.csv", "register.csv",
                "dictionary.csv", "SHA256SUMS");
    }

    @Test
    void whatCannotBeIsRefusedBeforeAnythingIsWritten() throws IOException {
        refused("holds notes.txt, which is of no export", "--force", "--out", holding("notes.txt").toString());
        refused("exists; choose another --out", "--out", csv.toString());
        refused("--paths 0 is no share of all paths", "--paths", "0");
        refused("--paths 150% is no share of all paths", "--paths", "150%");
        refused("which --stored-only forbids", "--paths", "1%", "--stored-only");
        Invocation nowhere = Invocation.of("export", folder.resolve("nowhere").toString());
        assertThat(nowhere.code()).isEqualTo(2);
        assertThat(nowhere.err()).contains("is neither a result");
    }

    @Test
    void aResultThatItsScenarioDoesNotGiveIsRefused() throws IOException {
        Path changed = Files.createDirectory(folder.resolve("changed"));
        try (var files = Files.list(result)) {
            for (Path file : files.toList()) {
                Files.copy(file, changed.resolve(file.getFileName()));
            }
        }
        Path file = changed.resolve("summary.json");
        Files.writeString(file, Files.readString(file).replaceFirst("\"seed\" : \\d+", "\"seed\" : 1"));
        Invocation export = Invocation.of("export", changed.toString());
        assertThat(export.code()).isEqualTo(2);
        assertThat(export.err()).contains("is not what its scenario gives today");
        assertThat(folder.resolve("changed-csv")).doesNotExist();
    }

    private static void refused(String message, String... options) {
        var arguments = new ArrayList<>(List.of("export", result.toString()));
        arguments.addAll(List.of(options));
        Invocation export = Invocation.of(arguments.toArray(String[]::new));
        assertThat(export.code()).isEqualTo(2);
        assertThat(export.err()).contains(message);
    }

    private static Path holding(String name) throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve(name), "");
        return other;
    }

    /// `p5` and the like stand among the quantiles, `var95` and `cvar95` under their own names.
    private static JsonNode statistic(JsonNode statistics, String name) {
        for (String[] kind : new String[][]{{"cvar", "cvar"}, {"var", "var"}, {"p", "quantiles"}}) {
            if (name.matches(kind[0] + "[0-9.]+")) {
                double probability = Double.parseDouble(name.substring(kind[0].length())) / 100;
                return statistics.path(kind[1]).properties().stream()
                        .filter(one -> Math.abs(Double.parseDouble(one.getKey()) - probability) < 1e-9)
                        .findFirst().orElseThrow().getValue();
            }
        }
        return statistics.path(name);
    }

    private static void assertSame(ResultSet row, String column, JsonNode stored) throws SQLException {
        double value = row.getDouble(column);
        if (stored.isNumber()) {
            assertThat(row.wasNull()).isFalse();
            assertThat(Double.doubleToRawLongBits(value)).isEqualTo(Double.doubleToRawLongBits(stored.asDouble()));
        } else {
            row.getDouble(column);
            assertThat(row.wasNull()).isTrue();
        }
    }

    /// A CSV file read with the types of a Parquet table.
    private static String typed(String parquet, Path file) throws SQLException {
        var types = new StringJoiner(", ", "{", "}");
        var texts = new StringJoiner(", ", ", force_not_null = [", "]").setEmptyValue("");
        try (Connection duck = duck();
                Statement statement = duck.createStatement();
                ResultSet column = statement.executeQuery("DESCRIBE SELECT * FROM " + parquet)) {
            while (column.next()) {
                String name = "'" + column.getString("column_name") + "'";
                types.add(name + ": '" + column.getString("column_type") + "'");
                if (column.getString("column_type").equals("VARCHAR")) {
                    texts.add(name);
                }
            }
        }
        return "read_csv('" + file + "', header = true, columns = " + types + texts + ")";
    }

    private static String table(Path export, String name, String format) {
        String file = "'" + export.resolve(name + "." + format) + "'";
        return format.equals("csv")
                ? "read_csv(" + file + ", header = true, all_varchar = true)"
                : "read_parquet(" + file + ")";
    }

    private static long number(String query) throws SQLException { return (long) real(query); }

    private static double real(String query) throws SQLException {
        try (Connection duck = duck();
                Statement statement = duck.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            assertThat(row.next()).isTrue();
            return row.getDouble(1);
        }
    }

    private static Connection duck() throws SQLException { return DriverManager.getConnection("jdbc:duckdb:"); }

    private static void ok(String... arguments) {
        Invocation invocation = Invocation.of(arguments);
        assertThat(invocation.code()).as(invocation.err() + invocation.out()).isZero();
    }
}
