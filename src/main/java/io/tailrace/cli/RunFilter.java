package io.tailrace.cli;

import io.tailrace.catalogue.Entry;
import io.tailrace.scenario.TimeLimit;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/// Which runs of the catalogue are meant.
final class RunFilter {
    @Option(names = "--scenario", paramLabel = "NAME",
            description = "Runs whose scenario has this name, or begins with it.") private String scenario;

    @Option(names = "--state", paramLabel = "STATE", split = ",",
            description = "running, done, failed or interrupted; several with commas.") private List<String> states =
                    List.of();

    @Option(names = "--since", paramLabel = "WHEN",
            description = "Started on this day or later, such as 2026-06-30, or so long ago at most: 12h, 7d.") private String since;

    @Option(names = "--last", paramLabel = "N", description = "The last N of them.") private String last;

    /// The oldest first.
    List<Entry> of(List<Entry> entries, Instant now) {
        OptionalLong most = WholeNumber.parse("--last", last, 1, Integer.MAX_VALUE);
        Optional<Instant> first = Optional.ofNullable(since).map(text -> instant("--since", text, now));
        List<Entry.State> wanted = states.stream().map(RunFilter::state).toList();
        List<Entry> found = entries.stream()
                .filter(entry -> scenario == null || entry.request().scenario().startsWith(scenario))
                .filter(entry -> wanted.isEmpty() || wanted.contains(entry.state()))
                .filter(entry -> first.isEmpty() || !entry.started().isBefore(first.get()))
                .toList();
        return found.subList((int) Math.max(0, found.size() - most.orElse(found.size())), found.size());
    }

    private static Entry.State state(String text) {
        return Arrays.stream(Entry.State.values())
                .filter(state -> state.text().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new UserException("--state " + text + " must be one of "
                        + Arrays.stream(Entry.State.values())
                                .map(Entry.State::text)
                                .collect(Collectors.joining(", "))));
    }

    /// A day's beginning here, or a time before now.
    static Instant instant(String option, String text, Instant now) {
        try {
            return LocalDate.parse(text).atStartOfDay(ZoneId.systemDefault()).toInstant();
        } catch (DateTimeException notADay) {
            return now.minus(ago(text).orElseThrow(() -> new UserException(
                    option + " " + text + " is neither a day such as 2026-06-30 nor a time such as 12h or 7d")));
        }
    }

    private static Optional<Duration> ago(String text) {
        return text.matches("\\d{1,5}d")
                ? Optional.of(Duration.ofDays(Long.parseLong(text.substring(0, text.length() - 1))))
                : TimeLimit.read(text);
    }
}
