package io.tailrace.scenario;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/// What is asked of every assumption: a source, a date, and that it has not expired on a given day.
///
/// An assumption expires after its `validUntil`, or, where it states none, when its `asOf` is older than `maxAgeDays`.
/// A parameter left at its preset assumes nothing where the preset is 0 or 1, which leaves an effect out; any other
/// preset is an assumption without a source.
public record SourceRule(LocalDate on, int maxAgeDays) {
    /// Where nothing else is said.
    public static final int USUAL_MAX_AGE_DAYS = 365;

    private static final String DATE =
            "must be a date such as 2026-05-28, a month 2026-05, a quarter 2026Q2 or a year 2026";

    void check(List<RegisterEntry> register, Problems problems) {
        for (var entry : register) {
            broken(entry).ifPresent(
                    rule -> problems.add(entry.location(), entry.key(), entry.value(), rule.text, rule.hint));
        }
    }

    private record Broken(String text, String hint) {}

    private Optional<Broken> broken(RegisterEntry entry) {
        var said = entry.provenance();
        if (entry.leftAtPreset()) {
            return neutral(entry.value())
                    ? Optional.empty()
                    : Optional
                            .of(new Broken("is left at its preset and so has no source", "state it, with its source"));
        }
        if (said.source().isBlank()) {
            return Optional.of(new Broken(
                    "has no source", "add source: beside its value or, in the same file, to a section it is in"));
        }
        if (!said.validUntil().isEmpty()) {
            return date(said.validUntil())
                    .filter(until -> until.isBefore(on))
                    .map(until -> new Broken("has expired: validUntil " + until + " is before " + on,
                            "check it again"));
        }
        if (said.asOf().isBlank()) {
            return Optional.of(new Broken("has no date", "add asOf: beside its source"));
        }
        var asOf = lastDay(said.asOf());
        return asOf.isEmpty() ? Optional.of(new Broken("asOf " + said.asOf() + " " + DATE, "")) : old(asOf.get());
    }

    private Optional<Broken> old(LocalDate asOf) {
        long days = ChronoUnit.DAYS.between(asOf, on);
        return days <= maxAgeDays
                ? Optional.empty()
                : Optional.of(new Broken(
                        "has expired: asOf " + asOf + " is " + days + " days before " + on + ", more than "
                                + maxAgeDays,
                        "check it again, or give it a validUntil"));
    }

    private static boolean neutral(String value) {
        return value.matches("[01](\\.0*)?");
    }

    static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    /// Of the day, month, quarter or year that a text names.
    private static Optional<LocalDate> lastDay(String text) {
        var quarter = Quarter.of(text);
        if (quarter.isPresent()) {
            return Optional.of(YearMonth.of(quarter.get().year(), 3 * quarter.get().number()).atEndOfMonth());
        }
        if (text.matches("\\d{4}")) {
            return Optional.of(LocalDate.of(Integer.parseInt(text), 12, 31));
        }
        return text.matches("\\d{4}-(0[1-9]|1[0-2])")
                ? Optional.of(YearMonth.parse(text).atEndOfMonth())
                : date(text);
    }
}
