package io.tailrace.cli;

import io.tailrace.scenario.SourceRule;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;

/// What is asked of the sources of a scenario's assumptions.
final class SourceOptions {
    private static final long MOST_DAYS = 36_500;

    @Option(
            names = "--require-sources",
            description = "Refuse a scenario in which an assumption has no source or date, or has expired: is past its"
                    + " validUntil or, without one, older than --max-age.") private boolean required;

    @Option(names = "--max-age", paramLabel = "DAYS",
            description = "Age at which an assumption expires; 365 by default.") private String maxAge;

    @Option(names = "--today", paramLabel = "DATE",
            description = "Day on which assumptions must hold, such as 2026-06-30; today by default.") private String today;

    boolean required() {
        return required;
    }

    /// Empty where sources are not required.
    Optional<SourceRule> rule() {
        OptionalLong days = WholeNumber.parse("--max-age", maxAge, 0, MOST_DAYS);
        if (!required && (maxAge != null || today != null)) {
            throw new UserException("--max-age and --today are for --require-sources, which is not given");
        }
        return required
                ? Optional.of(new SourceRule(day(), (int) days.orElse(SourceRule.USUAL_MAX_AGE_DAYS)))
                : Optional.empty();
    }

    private LocalDate day() {
        try {
            return today == null ? LocalDate.now(ZoneId.systemDefault()) : LocalDate.parse(today);
        } catch (DateTimeException notADate) {
            throw new UserException("--today " + today + " is not a date such as 2026-06-30");
        }
    }
}
