package io.tailrace.scenario;

import java.util.List;
import java.util.Set;

/// A loader that knows a few names, and the sample scenario loaded with changes.
final class Samples {
    static final ScenarioLoader LOADER =
            new ScenarioLoader(Set.of("tokenServiceRevenue", "leaseRevenue"), Set.of("tokenServiceValue"),
                    Set.of("contracts"));
    static final String NAME = "src/test/resources/scenario/valid.yaml";

    private Samples() {}

    static LoadedScenario load(String... sets) {
        return LOADER.parse(BrokenCases.resource("valid.yaml"), NAME, List.of(sets), ScenarioLoader.Options.STRICT);
    }
}
