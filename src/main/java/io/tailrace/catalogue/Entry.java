package io.tailrace.catalogue;

import io.tailrace.summary.Estimate;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// One run as the catalogue knows it.
///
/// @param folder of its result, seen from the results folder, with `/`
/// @param started to the second
/// @param wallSeconds 0 until it has ended
/// @param paths that were run; of one that has not ended those of its last checkpoint
/// @param ended why a run with targets ended, as the manifest says it
/// @param summarySha256 of its `summary.json`
/// @param headline of a run that is done
/// @param note why it failed
public record Entry(
        String folder,
        State state,
        Request request,
        Maker maker,
        Instant started,
        double wallSeconds,
        long paths,
        String ended,
        String summarySha256,
        List<HeadlineNumber> headline,
        String note) {
    public Entry {
        headline = List.copyOf(headline);
    }

    /// Where a run stands.
    public enum State {
        RUNNING, DONE, FAILED, INTERRUPTED;

        /// As it is written for people and in files.
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// What made it.
    ///
    /// @param build see [io.tailrace.report.Build]
    public record Maker(String version, String commit, String build, String machine, int threads) {}

    /// One of the numbers by which runs are compared.
    ///
    /// @param measure such as `cvar95(npvTaas)`
    /// @param unit of its metric, such as `$M` or `share`
    public record HeadlineNumber(String measure, String unit, double value, double low, double high) {
        /// With the standard error unknown.
        public Estimate estimate() {
            return new Estimate(value, Double.NaN, low, high);
        }
    }

    /// See [Request#sha256].
    public String requestSha256() {
        return request.sha256(maker.build());
    }

    /// A run whose clock decided how many paths it had cannot stand for another.
    public boolean isRepeatable() {
        return state == State.DONE && !ended.contains("time");
    }

    Entry with(State other, double seconds, long done, String why) {
        return new Entry(folder, other, request, maker, started, seconds, done, ended, summarySha256, headline, why);
    }
}
