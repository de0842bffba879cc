package io.tailrace.report.committee;

/// The unit in which a number is shown, and how many of it are one of the JSON's.
///
/// @param unit such as `$B`; empty for a pure number
record Scale(double factor, String unit) {
    static final Scale BILLIONS = new Scale(1e-3, "$B");
    static final Scale PERCENT = new Scale(100, "%");
    static final Scale PLAIN = new Scale(1, "");

    private static final String SHARE_OF = "share of ";

    /// From a unit as the JSON names it.
    static Scale of(String unit) {
        return switch (unit) {
            case "$M" -> BILLIONS;
            case "share" -> PERCENT;
            case "", "count", "factor" -> PLAIN;
            default -> unit.startsWith(SHARE_OF)
                    ? new Scale(100, "% of " + unit.substring(SHARE_OF.length()))
                    : new Scale(1, unit);
        };
    }

    /// A name with the unit after it: `EBIT, $B`.
    String named(String name) {
        return unit.isEmpty() ? name : name + ", " + unit;
    }

    /// What follows a number in a sentence.
    String suffix() {
        return unit.isEmpty() ? "" : " " + unit;
    }
}
