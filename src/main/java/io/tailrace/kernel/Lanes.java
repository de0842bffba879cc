package io.tailrace.kernel;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// The lane shapes of this machine: one path, one lane; nothing crosses lanes.
///
/// The width is the machine's preferred one, or that of the system property `tailrace.lanes.bits` (128, 256, 512),
/// which tests use to show that no width changes a bit.
final class Lanes {
    static final int WIDEST = DoubleVector.SPECIES_PREFERRED.vectorBitSize();

    private static final int BITS = Integer.getInteger("tailrace.lanes.bits", WIDEST);

    static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, VectorShape.forBitSize(BITS));
    static final VectorSpecies<Long> LONGS = DOUBLES.withLanes(long.class);
    static final VectorSpecies<Integer> INTS = DOUBLES.withLanes(int.class);
    static final VectorSpecies<Float> FLOATS = DOUBLES.withLanes(float.class);
    /// As many ints as there are doubles.
    static final VectorSpecies<Integer> HALF_INTS = VectorSpecies.of(int.class, VectorShape.forBitSize(BITS / 2));
    /// As many floats as there are doubles.
    static final VectorSpecies<Float> HALF_FLOATS = VectorSpecies.of(float.class, VectorShape.forBitSize(BITS / 2));

    /// Paths side by side in double arithmetic.
    static final int COUNT = DOUBLES.length();
    /// Values side by side in float and int arithmetic.
    static final int NARROW_COUNT = FLOATS.length();

    static final DoubleVector ZERO = DoubleVector.zero(DOUBLES);
    static final DoubleVector ONE = DoubleVector.broadcast(DOUBLES, 1.0);
    static final DoubleVector NONE = DoubleVector.broadcast(DOUBLES, Double.NaN);

    private Lanes() {}

    static DoubleVector load(double[] column, int i) {
        return DoubleVector.fromArray(DOUBLES, column, i);
    }

    static DoubleVector all(double value) {
        return DoubleVector.broadcast(DOUBLES, value);
    }

    static LongVector all(long value) {
        return LongVector.broadcast(LONGS, value);
    }

    /// Float lanes as doubles, exactly.
    static DoubleVector load(float[] column, int i) {
        return (DoubleVector) FloatVector.fromArray(HALF_FLOATS, column, i).castShape(DOUBLES, 0);
    }

    /// Int lanes as doubles, exactly.
    static DoubleVector load(int[] column, int i) {
        return (DoubleVector) IntVector.fromArray(HALF_INTS, column, i).castShape(DOUBLES, 0);
    }
}
