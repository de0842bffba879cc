package io.tailrace.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Knobs that stand otherwise than by default.
///
/// Why system properties: what they tune is fixed when the kernel's classes are loaded, so that the compiler sees
/// constants; a tuning must be in force before the first block.
public record Tuning(SortedMap<Knob, String> knobs) {
    /// Every knob stands as it does in a program that nobody has tuned.
    public static final Tuning DEFAULTS = new Tuning(Collections.emptySortedMap());

    private static final String SOURCE = "tailrace.tuning";

    public Tuning {
        knobs = Collections.unmodifiableSortedMap(new TreeMap<>(knobs));
        knobs.forEach((knob, value) -> {
            if (!knob.allows(value)) {
                throw new IllegalArgumentException(knob.key() + " cannot be " + value);
            }
        });
    }

    /// With one knob otherwise.
    public Tuning with(Knob knob, String value) {
        var other = new TreeMap<>(knobs);
        other.put(knob, value);
        return new Tuning(other);
    }

    /// What this process computes with.
    public static Tuning inForce() {
        var knobs = new TreeMap<Knob, String>();
        for (Knob knob : Knob.values()) {
            String value = System.getProperty(knob.property());
            if (value != null) {
                knobs.put(knob, value);
            }
        }
        return new Tuning(knobs);
    }

    /// Where it comes from and what it is, such as `configs/tuned/vm.json: tiles of 64 paths`; `defaults` where nothing
    /// is tuned.
    public static String textInForce() {
        Tuning tuning = inForce();
        String source = System.getProperty(SOURCE, "");
        return tuning.equals(DEFAULTS) || source.isEmpty() ? tuning.text() : source + ": " + tuning.text();
    }

    /// Makes the process compute with it; a knob that the process was started with stays.
    ///
    /// @param source for people
    public void putInForce(String source) {
        System.setProperty(SOURCE, source);
        knobs.forEach((knob, value) -> {
            if (System.getProperty(knob.property()) == null) {
                System.setProperty(knob.property(), value);
            }
        });
    }

    /// Workers where nobody names a number.
    public static int threads() {
        return Integer.getInteger(Knob.THREADS.property(), Runtime.getRuntime().availableProcessors());
    }

    /// What is worth trying on a machine: each one knob away from the defaults.
    ///
    /// @param widestBits of its vector registers; wider lanes would be computed without them, very slowly
    public static List<Tuning> neighbours(int widestBits, int processors) {
        var neighbours = new ArrayList<Tuning>();
        for (String bits : List.of("256", "128")) {
            if (Integer.parseInt(bits) < widestBits) {
                neighbours.add(DEFAULTS.with(Knob.LANES, bits));
            }
        }
        for (String paths : List.of("64", "256", "512")) {
            neighbours.add(DEFAULTS.with(Knob.TILE, paths));
        }
        neighbours.add(DEFAULTS.with(Knob.KERNEL, "model"));
        neighbours.add(DEFAULTS.with(Knob.RECORDING, "scalar"));
        if (processors > 1) {
            neighbours.add(DEFAULTS.with(Knob.THREADS, Integer.toString(processors / 2)));
        }
        return neighbours;
    }

    /// For people: `256-bit lanes, tiles of 64 paths`.
    public String text() {
        return knobs.isEmpty()
                ? "defaults"
                : knobs.entrySet().stream()
                        .map(entry -> entry.getKey().text(entry.getValue()))
                        .collect(Collectors.joining(", "));
    }
}
