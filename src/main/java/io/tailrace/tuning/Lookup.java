package io.tailrace.tuning;

import io.tailrace.engine.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a process finds of its machine's tuning.
///
/// @param tuning the defaults where there is none to be used
/// @param obstacle why what is there is not used; empty where all is well, or nothing is there
public record Lookup(Tuning tuning, Optional<String> obstacle) {
    private static final Lookup NOTHING = new Lookup(Tuning.DEFAULTS, Optional.empty());

    /// In a file, for a machine. A tuning of another machine, processor or JVM is none.
    public static Lookup in(Path file, Machine machine) {
        if (!Files.exists(file)) {
            return NOTHING;
        }
        try {
            JsonNode root = JsonMapper.shared().readTree(Files.readAllBytes(file));
            Machine measured = TuningFile.machine(root);
            Tuning tuning = TuningFile.tuning(root);
            return measured.equals(machine)
                    ? new Lookup(tuning, Optional.empty())
                    : unused(file + " is not used: it was measured on " + text(measured) + ", and this is "
                            + text(machine));
        } catch (IOException | JacksonException | IllegalArgumentException damaged) {
            return unused(file + " is not used: it is not what `tune` writes ("
                    + String.valueOf(damaged.getMessage()).lines().findFirst().orElse("") + ")");
        }
    }

    private static Lookup unused(String why) {
        return new Lookup(Tuning.DEFAULTS, Optional.of(why));
    }

    private static String text(Machine machine) {
        return machine.host() + ", " + machine.hardware() + ", " + machine.jvm();
    }
}
