package io.tailrace.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GE;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.tailrace.summary.Bins;
import io.tailrace.summary.BlockColumn;
import io.tailrace.summary.ColumnReader;
import io.tailrace.summary.PivotSums;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;

/// The scalar [ColumnReader] again, with a path in each lane and the same bits.
///
/// Columns with holes or infinities, and blocks that do not fill the slots of [PivotSums], go one by one: the last
/// block of a run, and ratios of what may be zero.
public final class LaneReader implements ColumnReader {
    private static final int SLOTS = PivotSums.SLOTS;
    private static final DoubleVector HALF = Lanes.all(0.5);
    private static final DoubleVector LARGEST = Lanes.all((double) Bins.LARGEST_UNITS);
    private static final DoubleVector OCTAVES = Lanes.all((double) Bins.FIRST_OF_OCTAVES);
    private static final DoubleVector ROUNDER = Lanes.all(0x1p52);
    private static final LongVector BELOW_OCTAVES = Lanes.all(Bins.BELOW_OCTAVES);
    private static final LongVector ROUNDER_BITS = Lanes.all(Double.doubleToRawLongBits(0x1p52));

    private final double[][] sums = new double[4][SLOTS]; // [power - 1][slot]
    private final double[] least = new double[Lanes.COUNT];
    private final double[] most = new double[Lanes.COUNT];

    @Override
    public void read(double[] values, int paths, double unitsPerOne, BlockColumn into) {
        for (int slot = 0; slot < SLOTS; slot += Lanes.COUNT) {
            sum(values, paths, slot);
        }
        if (paths % SLOTS != 0 || !Double.isFinite(PivotSums.fold(sums[3]))) {
            SCALAR.read(values, paths, unitsPerOne, into);
            return;
        }
        extremes(values, paths);
        bin(values, paths, unitsPerOne, into.bins);
        double min = least[0];
        double max = most[0];
        for (int lane = 1; lane < Lanes.COUNT; lane++) {
            min = Math.min(min, least[lane]);
            max = Math.max(max, most[lane]);
        }
        into.set(paths, paths, min, max, PivotSums.toMoments(paths, values[0], sums));
    }

    /// Sums of the powers in the slots from `slot` on; not finite where a value is no number, or a power too large.
    private void sum(double[] values, int paths, int slot) {
        DoubleVector pivot = Lanes.all(values[0]);
        DoubleVector s1 = DoubleVector.zero(Lanes.DOUBLES);
        DoubleVector s2 = DoubleVector.zero(Lanes.DOUBLES);
        DoubleVector s3 = DoubleVector.zero(Lanes.DOUBLES);
        DoubleVector s4 = DoubleVector.zero(Lanes.DOUBLES);
        for (int path = slot; path <= paths - Lanes.COUNT; path += SLOTS) {
            DoubleVector d = Lanes.load(values, path).sub(pivot);
            DoubleVector square = d.mul(d);
            s1 = s1.add(d);
            s2 = s2.add(square);
            s3 = s3.add(square.mul(d));
            s4 = s4.add(square.mul(square));
        }
        s1.intoArray(sums[0], slot);
        s2.intoArray(sums[1], slot);
        s3.intoArray(sums[2], slot);
        s4.intoArray(sums[3], slot);
    }

    private void extremes(double[] values, int paths) {
        DoubleVector min = Lanes.load(values, 0).add(Lanes.ZERO);
        DoubleVector max = min;
        for (int path = 0; path < paths; path += Lanes.COUNT) {
            DoubleVector x = Lanes.load(values, path).add(Lanes.ZERO);
            min = min.min(x);
            max = max.max(x);
        }
        min.intoArray(least, 0);
        max.intoArray(most, 0);
    }

    private static void bin(double[] values, int paths, double unitsPerOne, int[] bins) {
        for (int path = 0; path < paths; path += Lanes.COUNT) {
            LongVector found = bins(Lanes.load(values, path).add(Lanes.ZERO), unitsPerOne);
            ((IntVector) found.castShape(Lanes.HALF_INTS, 0)).intoArray(bins, path);
        }
    }

    /// Twin of [Bins#of]; below the octaves truncation is rounding to even, less one where that went up.
    private static LongVector bins(DoubleVector x, double unitsPerOne) {
        DoubleVector scaled = x.abs().mul(unitsPerOne).add(HALF);
        DoubleVector units = scaled.blend(LARGEST, scaled.compare(GT, LARGEST));
        LongVector inOctaves = units.reinterpretAsLongs()
                .lanewise(LSHR, Bins.MANTISSA_BITS_BELOW_BIN)
                .sub(BELOW_OCTAVES);
        DoubleVector shifted = units.add(ROUNDER);
        VectorMask<Double> wentUp = shifted.sub(ROUNDER).compare(GT, units);
        DoubleVector whole = shifted.blend(shifted.sub(Lanes.ONE), wentUp);
        LongVector magnitude = whole.reinterpretAsLongs()
                .sub(ROUNDER_BITS)
                .reinterpretAsDoubles()
                .blend(inOctaves.reinterpretAsDoubles(), units.compare(GE, OCTAVES))
                .reinterpretAsLongs();
        LongVector sign = x.reinterpretAsLongs().lanewise(ASHR, 63);
        return magnitude.lanewise(XOR, sign).sub(sign);
    }
}
