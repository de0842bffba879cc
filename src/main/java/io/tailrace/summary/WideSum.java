package io.tailrace.summary;

/// Exact sums of squares as 128-bit integers in two longs of an array: `[at]` the high, `[at + 1]` the low half.
///
/// Domain: any longs; fails with [ArithmeticException] where the sum reaches 2¹²⁷.
final class WideSum {
    private static final double TWO_TO_64 = 0x1p64;

    private WideSum() {}

    static void addSquare(long[] cells, int at, long x) {
        add(cells, at, Math.multiplyHigh(x, x), x * x);
    }

    static void add(long[] cells, int at, long high, long low) {
        long sum = cells[at + 1] + low;
        long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        cells[at] = exact(exact(cells[at], high), carry);
        cells[at + 1] = sum;
    }

    /// Sum of two longs. Why not `Math.addExact`: once compiled, that may fail without saying why.
    static long exact(long a, long b) {
        long sum = a + b;
        if (((a ^ sum) & (b ^ sum)) < 0) {
            throw new ArithmeticException("values are too large to be summed exactly");
        }
        return sum;
    }

    /// Rounded to the nearest double, twice.
    static double toDouble(long[] cells, int at) {
        double low = cells[at + 1] >= 0 ? cells[at + 1] : cells[at + 1] + TWO_TO_64;
        return cells[at] * TWO_TO_64 + low;
    }
}
