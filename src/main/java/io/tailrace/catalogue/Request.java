package io.tailrace.catalogue;

import io.tailrace.engine.Precision;
import io.tailrace.engine.Simulation;
import io.tailrace.random.Sampling.QuasiRandom;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.LoadedScenario.StressInfo;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a run was asked for: all that its summary depends on, beside the program.
///
/// @param scenario name
/// @param scenarioSha256 of the scenario with all changes in it
/// @param changes stresses by name, then keys that were set; told by the hash too
/// @param sampling `plain`, or design and size of the replicates: `sobol 4096`
/// @param limitPaths paths after which it ends in any case
/// @param targets at which it ends, as they are written
public record Request(
        String scenario,
        String scenarioSha256,
        List<String> changes,
        String sampling,
        long seed,
        long limitPaths,
        List<String> targets) {
    public Request {
        changes = List.copyOf(changes);
        targets = List.copyOf(targets);
    }

    public static Request of(LoadedScenario scenario, List<String> sets, Simulation simulation, Precision precision) {
        return new Request(
                scenario.scenario().name(),
                scenario.sha256(),
                Stream.concat(scenario.stresses().stream().map(StressInfo::name), sets.stream()).toList(),
                simulation.sampling() instanceof QuasiRandom quasi
                        ? quasi.design().key() + " " + quasi.points()
                        : PLAIN,
                simulation.sampling().seed(),
                simulation.paths(),
                precision.targets().stream().map(Object::toString).toList());
    }

    static final String PLAIN = "plain";

    /// All that the summary depends on, by label.
    public SequencedMap<String, String> identity(String build) {
        var identity = new LinkedHashMap<String, String>();
        identity.put("scenario's SHA-256", scenarioSha256);
        identity.put("sampling", sampling);
        identity.put("seed", Long.toString(seed));
        identity.put("limit of paths", Long.toString(limitPaths));
        identity.put("targets", String.join(", ", targets));
        identity.put("program's build", build);
        return identity;
    }

    /// Equal where the program `build` gives the same summary, to the byte.
    public String sha256(String build) {
        String all = String.join("\n", identity(build).values());
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(all.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
