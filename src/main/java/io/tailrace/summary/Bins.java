package io.tailrace.summary;

/// Which bin a value falls into: HdrHistogram's bins at three significant digits, on both sides of zero.
///
/// A value is rounded to whole *units* (the column's resolution) by magnitude. Up to 2,047 units every unit is a bin
/// of its own; above, every octave (factor of two) is cut into 1,024 bins. A bin is therefore at most 1/1024 of its
/// values wide, and the middle of a bin lies within max(1/2 unit, 1/2048 of the magnitude) of every value in it.
///
/// Bins are numbered outwards from 0, as in HdrHistogram's own array, and negative ones carry a minus sign; bin 0
/// holds everything nearer to zero than half a unit, of either sign.
public final class Bins {
    /// Magnitudes beyond this many units are counted as this many.
    public static final long LARGEST_UNITS = 1L << 62;

    /// Holds what is clamped; its negative likewise.
    public static final int LAST_BIN = magnitudeBin(LARGEST_UNITS);

    static final int SIGNIFICANT_DIGITS = 3;

    private static final int OCTAVE_BITS = 10;
    private static final int UNIT_WIDE_BINS = 2 << OCTAVE_BITS;

    private Bins() {}

    /// Signed bin of a value; it never falls as the value rises. ±0 give 0, and so does NaN, which the caller masks.
    ///
    /// Domain: `unitsPerOne` is the exact reciprocal of a power of two. Why: products, minimum, truncation, leading
    /// zeros and shifts, which lanes do to the same bits.
    public static int of(double x, double unitsPerOne) {
        int bin = magnitudeBin(units(x, unitsPerOne));
        int sign = (int) (Double.doubleToRawLongBits(x) >> 63); // 0 or -1
        return (bin ^ sign) - sign;
    }

    /// Magnitude in units: ⌊|x| / resolution + 1/2⌋, at most [#LARGEST_UNITS].
    static long units(double x, double unitsPerOne) {
        return (long) Math.min(Math.abs(x) * unitsPerOne + 0.5, (double) LARGEST_UNITS);
    }

    static int magnitudeBin(long units) {
        int octave = Math.max(0, Long.SIZE - 1 - OCTAVE_BITS - Long.numberOfLeadingZeros(units));
        return (octave << OCTAVE_BITS) + (int) (units >>> octave);
    }

    /// Smallest magnitude in the bin, in units.
    static long lowestUnits(int bin) {
        int magnitude = Math.abs(bin);
        int octave = octave(magnitude);
        return (long) (magnitude - (octave << OCTAVE_BITS)) << octave;
    }

    /// How many whole units fall into the bin.
    static long widthUnits(int bin) {
        return 1L << octave(Math.abs(bin));
    }

    /// Lower end of the bin in units. A bin one unit wide stands for its unit; wider ones reach half a unit beyond
    /// their whole units, and the last ones to infinity.
    static double low(int bin) {
        return bin < 0 ? -high(-bin) : lowestUnits(bin) - overhang(bin);
    }

    /// Upper end of the bin in units.
    static double high(int bin) {
        if (bin < 0) {
            return -low(-bin);
        }
        return bin == LAST_BIN
                ? Double.POSITIVE_INFINITY
                : lowestUnits(bin) + (double) (widthUnits(bin) - 1) + overhang(bin);
    }

    private static double overhang(int bin) {
        return widthUnits(bin) == 1 ? 0 : 0.5;
    }

    private static int octave(int magnitudeBin) {
        return magnitudeBin < UNIT_WIDE_BINS ? 0 : (magnitudeBin >>> OCTAVE_BITS) - 1;
    }
}
