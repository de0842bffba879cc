package io.tailrace.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import tools.jackson.databind.json.JsonMapper;

/// What happens while a command works, told to programs: JSON lines on standard error, and a log file.
///
/// Silent until a command line asks for either. Every event has a name and a time in UTC; the first is `start`, the last
/// `end`, also where the program is told to stop. In between: `run`, `progress`, `analysis`, `note`, `error`, `result`.
/// A line of the log is the same event as `key=value`, quoted where a value has spaces.
final class Events {
    /// A log that has grown to this size becomes FILE.1 when the next command opens it.
    static final long LARGEST_LOG_BYTES = 10 << 20;

    private final InstantSource clock;
    private final Thread hook = new Thread(() -> finish("stopped", Optional.empty()));
    private Optional<PrintWriter> json = Optional.empty();
    private Optional<PrintWriter> log = Optional.empty();
    private Instant started = Instant.EPOCH;

    Events(InstantSource clock) {
        this.clock = clock;
    }

    /// Begins to speak.
    ///
    /// @param err takes JSON lines, where they are asked for
    synchronized void open(
            List<String> command, Optional<PrintWriter> err, Optional<Path> file, String version) throws IOException {
        if (err.isEmpty() && file.isEmpty()) {
            return;
        }
        if (file.isPresent()) {
            log = Optional.of(appending(file.get()));
        }
        json = err;
        started = clock.instant();
        Runtime.getRuntime().addShutdownHook(hook);
        var fields = new LinkedHashMap<String, Object>();
        fields.put("command", command);
        fields.put("version", version);
        fields.put("pid", ProcessHandle.current().pid());
        tell("start", fields);
    }

    /// Whether standard error is for JSON lines, and so for nothing else.
    synchronized boolean ownsStandardError() {
        return json.isPresent();
    }

    boolean areHeard() {
        return json.isPresent() || log.isPresent();
    }

    synchronized void tell(String name, Map<String, ?> fields) {
        if (!areHeard()) {
            return;
        }
        var event = new LinkedHashMap<String, Object>();
        event.put("time", clock.instant().truncatedTo(ChronoUnit.MILLIS).toString());
        event.put("event", name);
        event.putAll(fields);
        json.ifPresent(out -> out.println(JsonMapper.shared().writeValueAsString(event)));
        log.ifPresent(out -> out.println(line(event)));
    }

    void note(String text) {
        tell("note", Map.of("text", text));
    }

    void error(String text) {
        tell("error", Map.of("text", text));
    }

    /// The last event, with the exit code and what it means.
    void end(int code) {
        finish(switch (code) {
            case 0 -> "done";
            case Main.USER_ERROR -> "user error";
            case Main.OUR_ERROR -> "failed";
            case Main.BREACH -> "limit breached";
            default -> "not as it should be";
        }, Optional.of(code));
    }

    private synchronized void finish(String state, Optional<Integer> code) {
        if (!areHeard()) {
            return;
        }
        var fields = new LinkedHashMap<String, Object>();
        fields.put("state", state);
        code.ifPresent(number -> fields.put("exitCode", number));
        fields.put("seconds", Duration.between(started, clock.instant()).toMillis() / 1000.0);
        tell("end", fields);
        log.ifPresent(PrintWriter::close);
        json = Optional.empty();
        log = Optional.empty();
        if (code.isPresent()) {
            forgetHook();
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            // The program is being stopped, and has said how it ended.
        }
    }

    private static PrintWriter appending(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Files.createDirectories(absolute.getParent());
        if (Files.exists(absolute) && Files.size(absolute) >= LARGEST_LOG_BYTES) {
            Files.move(absolute, absolute.resolveSibling(absolute.getFileName() + ".1"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        return new PrintWriter(
                Files.newBufferedWriter(absolute, StandardOpenOption.CREATE, StandardOpenOption.APPEND), true);
    }

    /// `2026-06-01T06:00:00.123Z progress paths=1024`.
    static String line(Map<String, ?> event) {
        var line = new StringJoiner(" ");
        event.forEach((key, value) -> line.add(switch (key) {
            case "time", "event" -> value.toString();
            default -> key + "=" + shown(value);
        }));
        return line.toString();
    }

    private static String shown(Object value) {
        String json = JsonMapper.shared().writeValueAsString(value);
        boolean plain = value instanceof String text && !text.isEmpty() && text.chars()
                .noneMatch(c -> c <= ' ' || c == '"' || c == '=' || c == '\\' || c == 0x7f);
        return plain ? value.toString() : json;
    }
}
