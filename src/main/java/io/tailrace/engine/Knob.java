package io.tailrace.engine;

import java.util.Locale;
import java.util.regex.Pattern;

/// What a machine may be tuned by: how the same bits are computed, and so how fast; never which.
///
/// Each is a system property that is read once, when what it tunes is loaded.
/// Why no knob for the layout of the counters: there is one, whose range follows the values that are met.
public enum Knob {
    /// Width of the vector registers in use; the widest of the machine by default.
    LANES("lanesBits", "tailrace.lanes.bits", "%s-bit lanes", "128|256|512"),
    /// Paths side by side in a stage of the kernel; 128 by default.
    TILE("tilePaths", "tailrace.tile.paths", "tiles of %s paths", "32|64|128|256|512|1024"),
    /// Lanes from some number of paths on by default, see [KernelChoice].
    KERNEL("kernel", "tailrace.kernel", "kernel %s", "lanes|model"),
    /// How columns are read into bins and moments: in lanes by default, or one value after the other.
    RECORDING("recording", "tailrace.recording", "recording %s", "lanes|scalar"),
    /// Workers where a command names none; as many as processors by default.
    THREADS("threads", "tailrace.threads", "threads %s", "[1-9]\\d{0,2}|10[01]\\d|102[0-4]");

    private final String key;
    private final String property;
    private final String words;
    private final Pattern values;

    Knob(String key, String property, String words, String values) {
        this.key = key;
        this.property = property;
        this.words = words;
        this.values = Pattern.compile(values);
    }

    /// In files.
    public String key() {
        return key;
    }

    /// Of the system.
    public String property() {
        return property;
    }

    public boolean allows(String value) {
        return values.matcher(value).matches();
    }

    /// `256-bit lanes`.
    String text(String value) {
        return String.format(Locale.ROOT, words, value);
    }
}
