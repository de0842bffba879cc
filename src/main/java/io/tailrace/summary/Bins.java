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

    /// From here on a bin is an octave and its leading [#OCTAVE_BITS] bits.
    public static final int FIRST_OF_OCTAVES = 1 << OCTAVE_BITS;
    /// Of a double: what lies below the bits that tell its bin.
    public static final int MANTISSA_BITS_BELOW_BIN = 52 - OCTAVE_BITS;
    /// What the upper bits of a double are ahead of its bin.
    public static final long BELOW_OCTAVES = (long) (Double.MAX_EXPONENT + OCTAVE_BITS - 1) << OCTAVE_BITS;

    private Bins() {}

    /// Signed bin of a value; it never falls as the value rises. ±0 give 0, and so does NaN, which the caller masks.
    ///
    /// The magnitude in units is |x| / resolution + 1/2, at most [#LARGEST_UNITS]. Below [#FIRST_OF_OCTAVES] its whole
    /// part is the bin; from there on octave and leading bits of the mantissa are, which the bits of a double hold side
    /// by side. Domain: `unitsPerOne` is the exact reciprocal of a power of two. Why: products, minimum, truncation and
    /// shifts, which lanes do to the same bits.
    public static int of(double x, double unitsPerOne) {
        double units = Math.min(Math.abs(x) * unitsPerOne + 0.5, (double) LARGEST_UNITS);
        int bin = units >= FIRST_OF_OCTAVES
                ? (int) ((Double.doubleToRawLongBits(units) >>> MANTISSA_BITS_BELOW_BIN) - BELOW_OCTAVES)
                : (int) units;
        int sign = (int) (Double.doubleToRawLongBits(x) >> 63); // 0 or -1
        return (bin ^ sign) - sign;
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
