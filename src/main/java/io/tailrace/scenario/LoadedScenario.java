package io.tailrace.scenario;

import java.util.List;

/// A sound scenario and what is to be remembered of how it was made.
///
/// @param canonicalText the merged scenario as JSON; equal for files that mean the same, and itself a scenario file
/// @param sha256 of the canonical text, in hexadecimal
/// @param register one entry for each parameter, in the order of the scenario's sections
/// @param notices what was changed or is worth knowing, for the reader of the results
public record LoadedScenario(
        Scenario scenario,
        String canonicalText,
        String sha256,
        List<StressInfo> stresses,
        List<RegisterEntry> register,
        List<String> notices) {

    /// What an overlay says of itself under `stress`; its name is that of the file unless given.
    public record StressInfo(
            @Field(doc = "Short name of the stress; that of its file unless given.", preset = "''") String name,
            @Field(doc = "Title in the report.", preset = "''") String title,
            @Field(doc = "What happens and why it is plausible.", preset = "''") String description) {}
}
