package io.tailrace.scenario;

import java.math.BigDecimal;

/// Numbers as people write them: 1 for 1.0, 0.1 for 0.10, inf for infinity.
final class NumberText {
    private NumberText() {}

    static String of(double value) {
        if (Double.isInfinite(value)) {
            return value > 0 ? "inf" : "-inf";
        }
        if (value == 0) {
            return "0";
        }
        var shortest = BigDecimal.valueOf(value).stripTrailingZeros();
        boolean moderate = Math.abs(value) >= 1e-4 && Math.abs(value) < 1e15;
        return moderate ? shortest.toPlainString() : shortest.toString();
    }
}
