package io.tailrace.catalogue;

import io.tailrace.catalogue.Entry.HeadlineNumber;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// The tables, and one connection to them: `run`, a row a run, and `headline`, a row a number.
///
/// Why write-ahead logging: readers and one writer at a time do not disturb each other, and writers of other processes
/// wait their turn instead of failing.
final class CatalogueFile implements AutoCloseable {
    private static final int VERSION = 1;
    private static final int PATIENCE_MILLIS = 20_000;
    private static final int BUSY = 5; // SQLITE_BUSY

    private static final String[] TABLES = {"""
            CREATE TABLE IF NOT EXISTS run (
              folder TEXT PRIMARY KEY, state TEXT NOT NULL, scenario TEXT NOT NULL, scenario_sha256 TEXT NOT NULL,
              changes TEXT NOT NULL, sampling TEXT NOT NULL, seed INTEGER NOT NULL, limit_paths INTEGER NOT NULL,
              targets TEXT NOT NULL, request_sha256 TEXT NOT NULL, version TEXT NOT NULL, source_commit TEXT NOT NULL,
              build TEXT NOT NULL, machine TEXT NOT NULL, threads INTEGER NOT NULL, started TEXT NOT NULL,
              wall_seconds REAL NOT NULL, paths INTEGER NOT NULL, ended TEXT NOT NULL, summary_sha256 TEXT NOT NULL,
              note TEXT NOT NULL) STRICT
            """, """
            CREATE TABLE IF NOT EXISTS headline (
              folder TEXT NOT NULL REFERENCES run ON DELETE CASCADE, place INTEGER NOT NULL, measure TEXT NOT NULL,
              unit TEXT NOT NULL, value REAL, low REAL, high REAL, PRIMARY KEY (folder, place)) STRICT
            """, "CREATE INDEX IF NOT EXISTS run_request ON run (request_sha256)"};

    private final Connection connection;

    CatalogueFile(Path file) throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA busy_timeout = " + PATIENCE_MILLIS);
            writeAhead(statement);
            statement.execute("PRAGMA synchronous = NORMAL");
            statement.execute("PRAGMA foreign_keys = ON");
            prepare(statement);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /// Why tried again and again: SQLite does not wait for others where a new file changes to this mode.
    private static void writeAhead(Statement statement) throws SQLException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (true) {
            try {
                statement.execute("PRAGMA journal_mode = WAL");
                return;
            } catch (SQLException e) {
                if (e.getErrorCode() != BUSY || System.nanoTime() > deadline) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }

    private static void prepare(Statement statement) throws SQLException {
        int version;
        try (ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            version = row.getInt(1);
        }
        if (version == VERSION) {
            return;
        }
        if (version != 0) {
            throw new SQLException("it is of version " + version + ", this program's is " + VERSION);
        }
        statement.execute("BEGIN IMMEDIATE");
        for (String table : TABLES) {
            statement.execute(table);
        }
        statement.execute("PRAGMA user_version = " + VERSION);
        statement.execute("COMMIT");
    }

    /// Several changes as one, for which other writers wait.
    void begin() throws SQLException { execute("BEGIN IMMEDIATE"); }

    void commit() throws SQLException { execute("COMMIT"); }

    void clear() throws SQLException { execute("DELETE FROM run"); }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// In place of an older entry of that folder.
    void put(Entry entry) throws SQLException {
        remove(entry.folder());
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO run VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)")) {
            Object[] row = {
                entry.folder(), entry.state().text(), entry.request().scenario(), entry.request().scenarioSha256(),
                joined(entry.request().changes()), entry.request().sampling(), entry.request().seed(),
                entry.request().limitPaths(), joined(entry.request().targets()), entry.requestSha256(),
                entry.maker().version(), entry.maker().commit(), entry.maker().build(), entry.maker().machine(),
                entry.maker().threads(), entry.started().toString(), entry.wallSeconds(), entry.paths(), entry.ended(),
                entry.summarySha256(), entry.note()
            };
            fill(insert, row);
            insert.executeUpdate();
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO headline VALUES (?,?,?,?,?,?,?)")) {
            for (int place = 0; place < entry.headline().size(); place++) {
                HeadlineNumber number = entry.headline().get(place);
                fill(insert, entry.folder(), place, number.measure(), number.unit(), number.value(), number.low(),
                        number.high());
                insert.executeUpdate();
            }
        }
    }

    void remove(String folder) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM run WHERE folder = ?")) {
            fill(delete, folder);
            delete.executeUpdate();
        }
    }

    /// What is not a number is null there.
    private static void fill(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            boolean missing = values[i] instanceof Double number && number.isNaN();
            statement.setObject(i + 1, missing ? null : values[i]);
        }
    }

    /// All entries, the oldest first.
    List<Entry> entries() throws SQLException {
        Map<String, List<HeadlineNumber>> headlines = headlines();
        var entries = new ArrayList<Entry>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM run ORDER BY started, folder")) {
            while (row.next()) {
                entries.add(entry(row, headlines.getOrDefault(row.getString("folder"), List.of())));
            }
        }
        return entries;
    }

    private Map<String, List<HeadlineNumber>> headlines() throws SQLException {
        var headlines = new LinkedHashMap<String, List<HeadlineNumber>>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM headline ORDER BY folder, place")) {
            while (row.next()) {
                headlines.computeIfAbsent(row.getString("folder"), _ -> new ArrayList<>())
                        .add(new HeadlineNumber(row.getString("measure"), row.getString("unit"), number(row, "value"),
                                number(row, "low"), number(row, "high")));
            }
        }
        return headlines;
    }

    private static double number(ResultSet row, String column) throws SQLException {
        double value = row.getDouble(column);
        return row.wasNull() ? Double.NaN : value;
    }

    private static Entry entry(ResultSet row, List<HeadlineNumber> headline) throws SQLException {
        return new Entry(
                row.getString("folder"),
                Entry.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Request(row.getString("scenario"), row.getString("scenario_sha256"),
                        split(row.getString("changes")),
                        row.getString("sampling"), row.getLong("seed"), row.getLong("limit_paths"),
                        split(row.getString("targets"))),
                new Entry.Maker(row.getString("version"), row.getString("source_commit"), row.getString("build"),
                        row.getString("machine"), row.getInt("threads")),
                Instant.parse(row.getString("started")),
                row.getDouble("wall_seconds"),
                row.getLong("paths"),
                row.getString("ended"),
                row.getString("summary_sha256"),
                headline,
                row.getString("note"));
    }

    private static String joined(List<String> texts) { return String.join("\n", texts); }

    private static List<String> split(String text) {
        return text.isEmpty() ? List.of() : List.of(text.split("\n", -1));
    }

    @Override
    public void close() throws SQLException { connection.close(); }
}
