package io.tailrace.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.XOR;

import io.tailrace.random.NormalQuantile;
import io.tailrace.random.NormalQuantileTable;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;

/// Lane twins of [io.tailrace.random.Philox], [io.tailrace.random.NormalQuantile] and [io.tailrace.random.Uniform].
final class LaneRandom {
    private static final long MASK = 0xFFFF_FFFFL;
    private static final long MULTIPLIER_0 = 0xD251_1F53L;
    private static final long MULTIPLIER_1 = 0xCD9E_8D57L;
    private static final long WEYL_0 = 0x9E37_79B9L;
    private static final long WEYL_1 = 0xBB67_AE85L;
    private static final int ROUNDS = 10;

    private static final int LARGEST_DISTANCE = 0x7FFF_FF80;
    private static final int MANTISSA = 0x007F_FFFF;
    private static final int EXPONENT_OF_ONE = 0x3F80_0000;
    private static final int FIRST_EXPONENT = 126;
    private static final int OCTAVES = 32;
    private static final int DEGREE = 7;
    /// `[degree * OCTAVES + octave]`, coefficients as raw bits.
    private static final int[] TABLE = table();
    /// The octaves that one register of coefficients holds, those of the centre, where nearly all draws fall.
    private static final int CENTRE = OCTAVES - Lanes.NARROW_COUNT;

    private LaneRandom() {}

    private static int[] table() {
        int[] bits = new int[(DEGREE + 1) * OCTAVES];
        for (int degree = 0; degree <= DEGREE; degree++) {
            float[] coefficients = NormalQuantileTable.ofDegree(degree);
            for (int octave = 0; octave < OCTAVES; octave++) {
                bits[degree * OCTAVES + octave] = Float.floatToRawIntBits(coefficients[octave]);
            }
        }
        return bits;
    }

    /// Words 0 to 3 of a stream of the paths `firstPath` … of a tile: `words[word][path]`; the tile lies within one 2^32.
    ///
    /// A word is the low half of its long; the high half is not cleared, since products and stores do not see it.
    static void words(long seed, long firstPath, int stream, int quarter, int[][] words) {
        LongVector path = Lanes.all(firstPath & MASK).addIndex(1);
        LongVector high = Lanes.all(firstPath >>> 32);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            LongVector x0 = path.add(i);
            LongVector x1 = high;
            LongVector x2 = Lanes.all(quarter & MASK);
            LongVector x3 = Lanes.all(stream & MASK);
            long key0 = seed & MASK;
            long key1 = seed >>> 32;
            for (int round = 0; round < ROUNDS; round++) {
                LongVector product0 = x0.and(MASK).mul(Lanes.all(MULTIPLIER_0).and(MASK));
                LongVector product1 = x2.and(MASK).mul(Lanes.all(MULTIPLIER_1).and(MASK));
                x0 = product1.lanewise(LSHR, 32).lanewise(XOR, x1).lanewise(XOR, key0);
                x1 = product1;
                x2 = product0.lanewise(LSHR, 32).lanewise(XOR, x3).lanewise(XOR, key1);
                x3 = product0;
                key0 = (key0 + WEYL_0) & MASK;
                key1 = (key1 + WEYL_1) & MASK;
            }
            store(x0, words[0], i);
            store(x1, words[1], i);
            store(x2, words[2], i);
            store(x3, words[3], i);
        }
    }

    private static void store(LongVector words, int[] to, int i) {
        ((IntVector) words.castShape(Lanes.HALF_INTS, 0)).intoArray(to, i);
    }

    /// Standard normals of a tile's words: in lanes at the centre, one by one the few draws beyond it.
    static void normals(int[] words, float[] to) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.NARROW_COUNT) {
            IntVector word = IntVector.fromArray(Lanes.INTS, words, i);
            IntVector cells = word.lanewise(XOR, word.lanewise(ASHR, 31)).min(LARGEST_DISTANCE);
            FloatVector distance = ((FloatVector) cells.castShape(Lanes.FLOATS, 0)).add(0.5f);
            IntVector bits = distance.reinterpretAsInts();
            IntVector index = bits.lanewise(LSHR, 23).sub(FIRST_EXPONENT + CENTRE);
            FloatVector u = bits.and(MANTISSA).or(EXPONENT_OF_ONE).reinterpretAsFloats().sub(1.5f);
            FloatVector z = coefficient(7, index);
            z = z.fma(u, coefficient(6, index));
            z = z.fma(u, coefficient(5, index));
            z = z.fma(u, coefficient(4, index));
            z = z.fma(u, coefficient(3, index));
            z = z.fma(u, coefficient(2, index));
            z = z.fma(u, coefficient(1, index));
            z = z.fma(u, coefficient(0, index));
            IntVector sign = word.and(Integer.MIN_VALUE);
            z.reinterpretAsInts().lanewise(XOR, sign).reinterpretAsFloats().intoArray(to, i);
            if (index.compare(LT, 0).anyTrue()) {
                beyondCentre(words, to, i);
            }
        }
    }

    private static void beyondCentre(int[] words, float[] to, int from) {
        for (int i = from; i < from + Lanes.NARROW_COUNT; i++) {
            to[i] = NormalQuantile.of(words[i]);
        }
    }

    /// Coefficients of the centre's octaves, `index` counted from the outermost of them.
    private static FloatVector coefficient(int degree, IntVector index) {
        IntVector entries = IntVector.fromArray(Lanes.INTS, TABLE, degree * OCTAVES + CENTRE);
        return index.selectFrom(entries).reinterpretAsFloats();
    }

    /// Uniforms on (0, 1) of a tile's words.
    static void uniforms(int[] words, double[] to) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            IntVector flipped = IntVector.fromArray(Lanes.HALF_INTS, words, i).lanewise(XOR, Integer.MIN_VALUE);
            DoubleVector cells = (DoubleVector) flipped.castShape(Lanes.DOUBLES, 0);
            cells.add(0x1p31 + 0.5).mul(0x1p-32).intoArray(to, i);
        }
    }
}
