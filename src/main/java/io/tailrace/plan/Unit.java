package io.tailrace.plan;

/// Units of results, with the smallest magnitude that histograms tell from zero (a power of two).
public enum Unit {
    MONEY("$M", 0x1p-7),
    MONEY_PER_MW("$M per MW-quarter", 0x1p-20),
    MONEY_PER_MW_YEAR("$M per MW-year", 0x1p-16),
    BILLION_PER_YEAR("$B per year", 0x1p-14),
    DOLLARS("$ per million tokens", 0x1p-20),
    TOKENS("trillion tokens", 0x1p-7),
    MW("MW", 0x1p-7),
    SHARE("share", 0x1p-20),
    LOG("log", 0x1p-20),
    FACTOR("factor", 0x1p-16),
    BASIS_POINTS("basis points", 0x1p-7),
    COUNT("count", 1),
    QUARTERS("quarters", 1);

    private final String text;
    private final double resolution;

    Unit(String text, double resolution) {
        this.text = text;
        this.resolution = resolution;
    }

    public String text() {
        return text;
    }

    public double resolution() {
        return resolution;
    }
}
