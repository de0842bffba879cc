package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.engine.Precision;
import io.tailrace.scenario.PrecisionTarget;
import io.tailrace.summary.Estimate;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class EventsTest {
    private static final String[] SMALL = {"run", "configs/aws-bedrock.yaml", "--set", "quarters=2", "--set",
        "backTest=[]", "--set", "outputs.quarterly=[taasEbit]"};

    @TempDir Path folder;

    private final AtomicLong nanos = new AtomicLong();
    private final StringWriter err = new StringWriter();

    @Test
    void everyEventIsALineOfJsonFromStartToEnd() {
        Invocation run = run("--progress", "json", "--paths", "5000", "--out", at("one"));
        assertThat(run.code()).isZero();
        List<JsonNode> events = read(run.err());
        assertThat(events).extracting(event -> event.get("event").asString())
                .containsExactly("start", "run", "progress", "result", "end");
        assertThat(events).allMatch(event -> event.get("time").asString().endsWith("Z"));
        assertThat(events.get(0).get("command")).hasSizeGreaterThan(5);
        assertThat(events.get(1).get("paths").asLong()).isEqualTo(5000);
        assertThat(events.get(1).get("blocks").asLong()).isEqualTo(5);
        assertThat(events.get(2).get("paths").asLong()).isEqualTo(5000);
        assertThat(events.get(2).get("ofBlocks").asLong()).isEqualTo(5);
        assertThat(events.get(3).get("folder").asString()).isEqualTo(at("one"));
        assertThat(events.get(4).get("exitCode").asInt()).isZero();
        assertThat(events.get(4).get("state").asString()).isEqualTo("done");
    }

    @Test
    void whatEndsBadlyEndsWithItsExitCodeToo() {
        List<JsonNode> breach = read(run("--progress", "json", "--paths", "2000", "--out", at("breach"), "--limit",
                "mean(npvTaas) >= 1e9 $B").err());
        assertThat(breach.get(breach.size() - 2).get("breaches").get(0).asString()).startsWith("LIMIT BREACHED: ");
        assertThat(breach.getLast().get("state").asString()).isEqualTo("limit breached");
        assertThat(breach.getLast().get("exitCode").asInt()).isEqualTo(4);

        List<JsonNode> error = read(run("--progress", "json", "--set", "hurdle=1").err());
        assertThat(error).extracting(event -> event.get("event").asString())
                .containsExactly("start", "error", "error", "end");
        assertThat(error.get(1).get("text").asString()).contains("hurdle", "unknown key");
        assertThat(error.getLast().get("state").asString()).isEqualTo("user error");
        assertThat(error.getLast().get("exitCode").asInt()).isEqualTo(2);
    }

    @Test
    void progressSaysHowFarHowFastAndHowLongStill() {
        var run = new RunEvents(opened(), nanos::get);
        step(run, 1.9, 1000);
        assertThat(read(err.toString())).hasSize(1);
        step(run, 2, 2048);
        JsonNode progress = read(err.toString()).getLast();
        assertThat(progress.get("blocks").asLong()).isEqualTo(2);
        assertThat(progress.get("ofBlocks").asLong()).isEqualTo(10);
        assertThat(progress.get("pathsPerSecond").asLong()).isEqualTo(1024);
        assertThat(progress.get("etaSeconds").asDouble()).isEqualTo(8);
        step(run, 3, 3000);
        assertThat(read(err.toString())).hasSize(2);
        run.close();
        assertThat(read(err.toString()).getLast().get("paths").asLong()).isEqualTo(3000);
    }

    @Test
    void aRunWithTargetsTellsTheirErrorsAndWhenTheyShouldHold() {
        var run = new RunEvents(opened(), nanos::get);
        PrecisionTarget target =
                PrecisionTarget.parse("", List.of("mean(npvTaas) within 1 $B"), Set.of("npvTaas")).getFirst();
        run.look(List.of(new Precision.State(target, Estimate.exact(5000), 2000, 1000, false)), 4096);
        step(run, 2, 1024);
        JsonNode progress = read(err.toString()).getLast();
        assertThat(progress.get("ofPaths").asLong()).isEqualTo(4096);
        JsonNode told = progress.get("targets").get(0);
        assertThat(told.get("target").asString()).isEqualTo("mean(npvTaas) within 1 $B");
        assertThat(told.get("halfWidth").asDouble()).isEqualTo(2000);
        assertThat(told.get("holds").asBoolean()).isFalse();
    }

    @Test
    void theLogHasTheSameEventsAndIsAppendedTo() throws IOException {
        Path log = folder.resolve("logs/night.log");
        run("--log", log.toString(), "--paths", "100", "--out", at("one"), "-q");
        run("--log", log.toString(), "--paths", "100", "--out", at("one"), "-q");
        List<String> lines = Files.readAllLines(log);
        assertThat(lines).allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z .*"));
        assertThat(lines).filteredOn(line -> line.contains("Z start ")).hasSize(2);
        assertThat(lines.get(1)).contains(" run scenario=aws-bedrock seed=2026 paths=100 blocks=1 threads=1");
        assertThat(lines.getLast()).contains(" end state=\"user error\" exitCode=2 seconds=");
        assertThat(lines.get(lines.size() - 2)).contains(" error text=\"", "--force");
    }

    @Test
    void aLogThatHasGrownLargeMakesRoom() throws IOException {
        Path log = folder.resolve("night.log");
        Files.write(log, new byte[(int) Events.LARGEST_LOG_BYTES]);
        run("--log", log.toString(), "--paths", "100", "--out", at("one"));
        assertThat(folder.resolve("night.log.1")).hasSize(Events.LARGEST_LOG_BYTES);
        assertThat(Files.readAllLines(log).getFirst()).contains(" start ");
    }

    @Test
    void aLogThatCannotBeWrittenIsTheUsersError() {
        Invocation run = run("--log", folder.toString(), "--paths", "100", "--out", at("never"));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--log " + folder + " cannot be written").doesNotContain("\tat ");
        assertThat(folder.resolve("never")).doesNotExist();
    }

    @Test
    void valuesWithSpacesAreQuotedAndNoLineIsBroken() {
        assertThat(Events.line(Map.of("text", "two\nlines \"here\""))).isEqualTo("text=\"two\\nlines \\\"here\\\"\"");
        assertThat(Events.line(Map.of("folder", "results/one"))).isEqualTo("folder=results/one");
        assertThat(Events.line(Map.of("text", ""))).isEqualTo("text=\"\"");
    }

    @Test
    void progressNoneDrawsNoBarAndTextIsTheDefault() {
        Invocation none = Invocation.of(true, with("--progress", "none", "--paths", "100", "--out", at("one")));
        assertThat(none.out()).doesNotContain("\r");
        assertThat(run("--progress", "loud").err()).contains("--progress", "none, text, json");
        assertThat(run("--paths", "100", "--out", at("two")).err()).isEmpty();
    }

    private Events opened() {
        var events = new Events(() -> Instant.EPOCH.plusNanos(nanos.get()));
        try {
            events.open(List.of("run"), Optional.of(new PrintWriter(err, true)), Optional.empty(), "1");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return events;
    }

    private void step(RunEvents run, double seconds, long paths) {
        nanos.set((long) (seconds * 1e9));
        run.update(paths, 10_240);
    }

    private static List<JsonNode> read(String lines) {
        return lines.lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static Invocation run(String... options) {
        return Invocation.of(with(options));
    }

    private static String[] with(String... options) {
        return Stream.concat(Stream.of(SMALL), Stream.of(options)).toArray(String[]::new);
    }
}
