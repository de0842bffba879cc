package io.tailrace.kernel;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;

/// Lane twins of [io.tailrace.random.Elementary], statement for statement.
final class LaneMath {
    private static final double LARGEST_EXPONENT = 700;
    private static final double ROUNDER = 0x1.8p52;
    private static final long ROUNDER_BITS = 0x4338_0000_0000_0000L;
    private static final double LOG2_E = 0x1.71547652b82fep0;
    private static final double LN2_HIGH = 0x1.62e42fefa2p-1;
    private static final double LN2_LOW = 0x1.9ef35793c7673p-41;
    private static final double E2 = 0x1.000000000000ap-1;
    private static final double E3 = 0x1.55555555554fap-3;
    private static final double E4 = 0x1.5555555550889p-5;
    private static final double E5 = 0x1.1111111127aaep-7;
    private static final double E6 = 0x1.6c16c18426f5p-10;
    private static final double E7 = 0x1.a01a012abdfeap-13;
    private static final double E8 = 0x1.a0199a15c08d4p-16;
    private static final double E9 = 0x1.71df24770ffd3p-19;
    private static final double E10 = 0x1.28ad6974a9291p-22;
    private static final double E11 = 0x1.ad80b8e7c9bcdp-26;
    private static final long ROOT_HALF_BITS = 0x3FE6_A09E_667F_3BCDL;
    private static final double L1 = 0x1.5555555555592p-1;
    private static final double L2 = 0x1.999999997fee5p-2;
    private static final double L3 = 0x1.24924941e0f34p-2;
    private static final double L4 = 0x1.c71c521628f8ep-3;
    private static final double L5 = 0x1.74663c5a3b517p-3;
    private static final double L6 = 0x1.39a1faf902832p-3;
    private static final double L7 = 0x1.2f02ebd46c645p-3;

    private LaneMath() {}

    static DoubleVector smaller(DoubleVector a, DoubleVector b) {
        return b.blend(a, a.compare(LT, b));
    }

    static DoubleVector larger(DoubleVector a, DoubleVector b) {
        return b.blend(a, a.compare(GT, b));
    }

    static DoubleVector exp(DoubleVector x) {
        DoubleVector inside = smaller(larger(x, Lanes.all(-LARGEST_EXPONENT)), Lanes.all(LARGEST_EXPONENT));
        DoubleVector shifted = inside.fma(Lanes.all(LOG2_E), Lanes.all(ROUNDER));
        DoubleVector n = shifted.sub(ROUNDER);
        DoubleVector r = n.fma(Lanes.all(-LN2_LOW), n.fma(Lanes.all(-LN2_HIGH), inside));
        DoubleVector square = r.mul(r);
        DoubleVector even = square.fma(Lanes.all(E10), Lanes.all(E8));
        DoubleVector odd = square.fma(Lanes.all(E11), Lanes.all(E9));
        even = square.fma(even, Lanes.all(E6));
        odd = square.fma(odd, Lanes.all(E7));
        even = square.fma(even, Lanes.all(E4));
        odd = square.fma(odd, Lanes.all(E5));
        even = square.fma(even, Lanes.all(E2));
        odd = square.fma(odd, Lanes.all(E3));
        DoubleVector mantissa = square.fma(r.fma(odd, even), r).add(1);
        LongVector exponent = shifted.reinterpretAsLongs().lanewise(LSHL, 52);
        return mantissa.reinterpretAsLongs().add(exponent).reinterpretAsDoubles();
    }

    static DoubleVector log(DoubleVector x) {
        LongVector bits = x.reinterpretAsLongs();
        LongVector exponent = bits.sub(ROOT_HALF_BITS).lanewise(ASHR, 52);
        DoubleVector n = exponent.add(ROUNDER_BITS).reinterpretAsDoubles().sub(ROUNDER);
        DoubleVector f = bits.sub(exponent.lanewise(LSHL, 52)).reinterpretAsDoubles().sub(1);
        DoubleVector s = f.div(f.add(2));
        DoubleVector square = s.mul(s);
        DoubleVector fourth = square.mul(square);
        DoubleVector even = fourth.fma(Lanes.all(L6), Lanes.all(L4));
        DoubleVector odd = fourth.fma(Lanes.all(L7), Lanes.all(L5));
        even = fourth.fma(even, Lanes.all(L2));
        odd = fourth.fma(odd, Lanes.all(L3));
        odd = fourth.fma(odd, Lanes.all(L1));
        DoubleVector rest = square.fma(odd, fourth.mul(even));
        DoubleVector half = f.mul(0.5).mul(f);
        DoubleVector correction = half.sub(s.fma(half.add(rest), n.mul(LN2_LOW)));
        return n.fma(Lanes.all(LN2_HIGH), f.sub(correction));
    }

    static DoubleVector logistic(DoubleVector x) {
        return Lanes.all(1.0).div(exp(x.neg()).add(1));
    }
}
