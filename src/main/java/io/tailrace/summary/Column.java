package io.tailrace.summary;

/// One quantity that every path answers with one double; NaN means that the path is left out of it.
///
/// `quarter` counts from 1; 0 marks a metric of the whole path. `resolution` is the smallest magnitude told from
/// zero, in the quantity's unit, and the unit of the integer histogram: a power of two, so that dividing by it is
/// exact (2⁻⁷ suits millions of dollars, 2⁻²⁰ shares).
public record Column(String name, int quarter, double resolution) {
    private static final int LARGEST_EXPONENT = 300;

    public Column {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A column needs a name");
        }
        if (quarter < 0) {
            throw new IllegalArgumentException("Column " + name + ": quarter " + quarter + " is negative");
        }
        if (!isPowerOfTwo(resolution)) {
            throw new IllegalArgumentException(
                    "Column " + name + ": resolution " + resolution + " is not a power of two");
        }
    }

    /// Exact, since the resolution is a power of two.
    double unitsPerOne() {
        return 1 / resolution;
    }

    /// How messages call it.
    String label() {
        return quarter == 0 ? name : name + " in quarter " + quarter;
    }

    private static boolean isPowerOfTwo(double x) {
        int exponent = Math.getExponent(x);
        return Math.abs(exponent) <= LARGEST_EXPONENT && x == Math.scalb(1.0, exponent);
    }
}
