package io.tailrace.summary;

/// Which bin a value falls into: HdrHistogram's bins at three significant digits, on both sides of zero.
///
/// A value is rounded to whole *units* (the column's resolution) by magnitude. Up to 2,047 units every unit is a bin
/// of its own; above, every octave (factor of two) is cut into 1,024 bins. A bin is therefore at most 1/1024 of its
/// values wide, and the middle of a bin lies within max(1/2 unit, 1/2048 of the magnitude) of every value in it.
///
/// Bins are numbered from 0 outwards on each side, as HdrHistogram's own array is; bin 0, which holds everything
/// nearer to zero than half a unit, belongs to the positive side.
public final class Bins {
    /// Magnitudes beyond this many units are counted as this many.
    public static final long LARGEST_UNITS = 1L << 62;

    static final int SIGNIFICANT_DIGITS = 3;
    static final int LAST_BIN = bin(LARGEST_UNITS);

    private static final int OCTAVE_BITS = 10;
    private static final int UNIT_WIDE_BINS = 2 << OCTAVE_BITS;

    private Bins() {}

    /// Magnitude in units: ⌊|x| / resolution + 1/2⌋, at most [#LARGEST_UNITS]. NaN gives 0.
    ///
    /// Domain: `unitsPerOne` is the exact reciprocal of a power of two. Why: one absolute value, one product, one
    /// sum, one minimum and one truncation, which lanes do to the same bits.
    public static long units(double x, double unitsPerOne) {
        return (long) Math.min(Math.abs(x) * unitsPerOne + 0.5, (double) LARGEST_UNITS);
    }

    /// Which side: negative values of at least one unit are on the negative one; ±0 and its bin on the positive.
    public static boolean isNegative(double x, long units) {
        return x < 0 && units > 0;
    }

    /// Number of the bin on its side.
    public static int bin(long units) {
        int octave = Math.max(0, Long.SIZE - 1 - OCTAVE_BITS - Long.numberOfLeadingZeros(units));
        return (octave << OCTAVE_BITS) + (int) (units >>> octave);
    }

    /// Smallest magnitude in the bin, in units.
    public static long lowestUnits(int bin) {
        int octave = octave(bin);
        return (long) (bin - (octave << OCTAVE_BITS)) << octave;
    }

    /// How many whole units fall into the bin.
    public static long widthUnits(int bin) {
        return 1L << octave(bin);
    }

    private static int octave(int bin) {
        return bin < UNIT_WIDE_BINS ? 0 : (bin >>> OCTAVE_BITS) - 1;
    }
}
