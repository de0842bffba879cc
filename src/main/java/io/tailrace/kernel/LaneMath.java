package io.tailrace.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/// Lane twins of [io.tailrace.random.Elementary], statement for statement.
///
/// Why constants are vectors: making one costs the compiler more than using it, and a stage must fit its limits.
final class LaneMath {
    private static final DoubleVector LARGEST_EXPONENT = Lanes.all(700.0);
    private static final DoubleVector SMALLEST_EXPONENT = Lanes.all(-700.0);
    private static final DoubleVector ROUNDER = Lanes.all(0x1.8p52);
    private static final LongVector ROUNDER_BITS = Lanes.all(0x4338_0000_0000_0000L);
    private static final DoubleVector LOG2_E = Lanes.all(0x1.71547652b82fep0);
    private static final DoubleVector LN2_HIGH = Lanes.all(0x1.62e42fefa2p-1);
    private static final DoubleVector LN2_LOW = Lanes.all(0x1.9ef35793c7673p-41);
    private static final DoubleVector MINUS_LN2_HIGH = Lanes.all(-0x1.62e42fefa2p-1);
    private static final DoubleVector MINUS_LN2_LOW = Lanes.all(-0x1.9ef35793c7673p-41);
    private static final DoubleVector HALF = Lanes.all(0.5);
    private static final DoubleVector TWO = Lanes.all(2.0);
    private static final DoubleVector E2 = Lanes.all(0x1.000000000000ap-1);
    private static final DoubleVector E3 = Lanes.all(0x1.55555555554fap-3);
    private static final DoubleVector E4 = Lanes.all(0x1.5555555550889p-5);
    private static final DoubleVector E5 = Lanes.all(0x1.1111111127aaep-7);
    private static final DoubleVector E6 = Lanes.all(0x1.6c16c18426f5p-10);
    private static final DoubleVector E7 = Lanes.all(0x1.a01a012abdfeap-13);
    private static final DoubleVector E8 = Lanes.all(0x1.a0199a15c08d4p-16);
    private static final DoubleVector E9 = Lanes.all(0x1.71df24770ffd3p-19);
    private static final DoubleVector E10 = Lanes.all(0x1.28ad6974a9291p-22);
    private static final DoubleVector E11 = Lanes.all(0x1.ad80b8e7c9bcdp-26);
    private static final LongVector ROOT_HALF_BITS = Lanes.all(0x3FE6_A09E_667F_3BCDL);
    private static final DoubleVector L1 = Lanes.all(0x1.5555555555592p-1);
    private static final DoubleVector L2 = Lanes.all(0x1.999999997fee5p-2);
    private static final DoubleVector L3 = Lanes.all(0x1.24924941e0f34p-2);
    private static final DoubleVector L4 = Lanes.all(0x1.c71c521628f8ep-3);
    private static final DoubleVector L5 = Lanes.all(0x1.74663c5a3b517p-3);
    private static final DoubleVector L6 = Lanes.all(0x1.39a1faf902832p-3);
    private static final DoubleVector L7 = Lanes.all(0x1.2f02ebd46c645p-3);

    private LaneMath() {}

    static DoubleVector smaller(DoubleVector a, DoubleVector b) {
        return b.blend(a, a.compare(LT, b));
    }

    static DoubleVector larger(DoubleVector a, DoubleVector b) {
        return b.blend(a, a.compare(GT, b));
    }

    static DoubleVector exp(DoubleVector x) {
        DoubleVector inside = smaller(larger(x, SMALLEST_EXPONENT), LARGEST_EXPONENT);
        DoubleVector shifted = inside.fma(LOG2_E, ROUNDER);
        DoubleVector n = shifted.sub(ROUNDER);
        DoubleVector r = n.fma(MINUS_LN2_LOW, n.fma(MINUS_LN2_HIGH, inside));
        DoubleVector square = r.mul(r);
        DoubleVector even = square.fma(E10, E8);
        DoubleVector odd = square.fma(E11, E9);
        even = square.fma(even, E6);
        odd = square.fma(odd, E7);
        even = square.fma(even, E4);
        odd = square.fma(odd, E5);
        even = square.fma(even, E2);
        odd = square.fma(odd, E3);
        DoubleVector mantissa = square.fma(r.fma(odd, even), r).add(Lanes.ONE);
        LongVector exponent = shifted.reinterpretAsLongs().lanewise(LSHL, 52);
        return mantissa.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
    }

    static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector exponent = bits.sub(ROOT_HALF_BITS).lanewise(ASHR, 52);
        DoubleVector n = exponent.add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
        DoubleVector f = bits.sub(exponent.lanewise(LSHL, 52)).reinterpretAsDoubles().sub(Lanes.ONE);
        DoubleVector s = f.div(f.add(TWO));
        DoubleVector square = s.mul(s);
        DoubleVector fourth = square.mul(square);
        DoubleVector even = fourth.fma(L6, L4);
        DoubleVector odd = fourth.fma(L7, L5);
        even = fourth.fma(even, L2);
        odd = fourth.fma(odd, L3);
        odd = fourth.fma(odd, L1);
        DoubleVector rest = square.fma(odd, fourth.mul(even));
        DoubleVector half = f.mul(HALF).mul(f);
        DoubleVector correction = half.sub(s.fma(half.add(rest), n.mul(LN2_LOW)));
        return n.fma(LN2_HIGH, f.sub(correction));
    }

    static DoubleVector logistic(DoubleVector x) {
        return Lanes.ONE.div(exp(x.neg()).add(Lanes.ONE));
    }

    /// Exponentials of a column.
    static Stage exponentials(double[] of, double[] to) {
        return _ -> {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                exp(Lanes.load(of, i)).intoArray(to, i);
            }
        };
    }

    /// Natural logarithms of a column.
    static Stage logarithms(double[] of, double[] to) {
        return _ -> {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                log(Lanes.load(of, i)).intoArray(to, i);
            }
        };
    }

    /// (1 + rate)^years of a column of rates a year.
    static Stage growths(double[] rates, double years, double[] to) {
        return _ -> {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                exp(log(Lanes.ONE.add(Lanes.load(rates, i))).mul(years)).intoArray(to, i);
            }
        };
    }
}
