package io.tailrace.scenario;

import java.util.HashSet;
import java.util.List;

/// What the keys of one section must satisfy together: demand, capacity, costs, tiers, history.
final class SectionRules {
    private static final List<String> FROM_UTILISATION = List.of("openingUtilisation", "trainiumRelativeTokensPerMw");
    private static final List<String> STATED_TOKENS =
            List.of("trainiumTokensTrillionPerMwQuarter", "gpuTokensTrillionPerMwQuarter");
    private static final List<String> CAPEX_AND_LIVES = List.of(
            "shellCapexMillionPerMw", "shellLifeYears", "trainiumCapexMillionPerMw", "gpuCapexMillionPerMw",
            "itLifeYears");
    private static final List<String> DEPRECIATION =
            List.of("trainiumDepreciationMillionPerMwQuarter", "gpuDepreciationMillionPerMwQuarter");
    private static final int HISTORY_QUARTERS = 4;

    private final BoundScenario bound;

    SectionRules(BoundScenario bound) {
        this.bound = bound;
    }

    void check() {
        quarter("openingQuarter");
        mixShares();
        either("demand", List.of("nextGrowth"), List.of("openingGrowth"));
        either("capacity", FROM_UTILISATION, STATED_TOKENS);
        either("costs", CAPEX_AND_LIVES, DEPRECIATION);
        utilisation();
        shareShock();
        pipeline();
        brackets();
        history();
    }

    private void quarter(String path) {
        bound.get(path, String.class)
                .filter(text -> Quarter.of(text).isEmpty())
                .ifPresent(_ -> bound.fail(path, Quarter.RULE));
    }

    private void mixShares() {
        if (bound.emptyList("mixShares")) {
            bound.fail("mixShares", "must have at least one share");
        }
        var seen = new HashSet<Double>();
        for (var item : bound.items("mixShares")) {
            bound.get(item, Double.class)
                    .filter(share -> !seen.add(share))
                    .ifPresent(_ -> bound.fail(item, "is listed twice"));
        }
    }

    private void either(String section, List<String> first, List<String> second) {
        if (!bound.given(section)) {
            return;
        }
        var ones = bound.given(section, first);
        var others = bound.given(section, second);
        boolean fits =
                (ones.size() == first.size() && others.isEmpty()) || (others.size() == second.size() && ones.isEmpty());
        if (!fits) {
            var given = String.join(", ", ones) + (ones.isEmpty() || others.isEmpty() ? "" : ", ")
                    + String.join(", ", others);
            bound.failSection(section,
                    "must have either " + String.join(", ", first) + " or " + String.join(", ", second)
                            + ", all of one and none of the other",
                    given.isEmpty() ? "it has none of them" : "it has " + given);
        }
    }

    private void utilisation() {
        var opening = bound.get("capacity.openingUtilisation", Input.class);
        var maximum = bound.get("capacity.maximumUtilisation", Input.class);
        if (opening.isPresent() && maximum.isPresent()) {
            double highest = opening.get().distribution().highest();
            double limit = maximum.get().distribution().lowest();
            if (highest > limit) {
                bound.fail(
                        "capacity.openingUtilisation",
                        "must not exceed maximumUtilisation, which can be " + NumberText.of(limit));
            }
        }
        if (opening.isPresent()) {
            mustBePositive("capacity.openingMw");
            mustBePositive("capacity.businessShare");
        }
    }

    /// Observed utilisation says how many tokens a MW serves only where there were MW.
    private void mustBePositive(String path) {
        bound.get(path, Input.class)
                .filter(input -> input.distribution().lowest() <= 0)
                .ifPresent(_ -> bound.fail(path, "must be above 0 where openingUtilisation fixes the tokens per MW"));
    }

    private void shareShock() {
        var opening = bound.get("channel.openingShare", Input.class);
        var shock = bound.get("channel.shareShock", Input.class);
        if (opening.isPresent() && shock.isPresent()) {
            double low = opening.get().distribution().lowest() + shock.get().distribution().lowest();
            double high = opening.get().distribution().highest() + shock.get().distribution().highest();
            if (low <= 0 || high >= 1) {
                bound.fail("channel.shareShock", "must leave the opening share inside (0, 1)");
            }
        }
    }

    private void pipeline() {
        if (bound.emptyList("capacity.projects")) {
            bound.fail("capacity.projects", "is empty", "leave the key out if nothing is under construction");
        }
        for (var project : bound.items("capacity.projects")) {
            var planned = project + ".plannedQuarters";
            if (bound.given(project) && bound.size(planned) == 0 && !bound.unsound(planned)) {
                bound.fail(planned, "must have at least one entry");
            }
        }
    }

    private void brackets() {
        var path = "tokenService.tiers.brackets";
        if (bound.given("tokenService.tiers") && bound.size(path) == 0 && !bound.unsound(path)) {
            bound.fail(path, "must have at least one bracket");
        }
        for (int i = 1; i < bound.size(path); i++) {
            var before = bound.get(path + "[" + (i - 1) + "].thresholdMillionPerQuarter", Input.class);
            var here = path + "[" + i + "].thresholdMillionPerQuarter";
            var threshold = bound.get(here, Input.class);
            if (before.isPresent()
                    && threshold.isPresent()
                    && threshold.get().distribution().lowest() <= before.get().distribution().highest()) {
                bound.fail(here,
                        "must lie above the bracket before, " + NumberText.of(before.get().distribution().highest()));
            }
        }
    }

    private void history() {
        var path = "provider.history";
        int size = bound.size(path);
        var opening = bound.get("openingQuarter", String.class).flatMap(Quarter::of);
        if (size > 0 && size != HISTORY_QUARTERS) {
            bound.fail(path, "must have 4 consecutive quarters ending at the opening quarter, or none");
        }
        for (int i = 0; i < size; i++) {
            var item = path + "[" + i + "].quarter";
            quarter(item);
            var quarter = bound.get(item, String.class).flatMap(Quarter::of);
            if (size == HISTORY_QUARTERS && opening.isPresent() && quarter.isPresent()) {
                var expected = opening.get().plus(i + 1 - HISTORY_QUARTERS);
                if (!quarter.get().equals(expected)) {
                    bound.fail(item, "must be " + expected + ", so that four quarters end at the opening quarter");
                }
            }
        }
    }
}
