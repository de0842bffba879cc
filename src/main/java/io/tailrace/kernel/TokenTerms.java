package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exp;
import static io.tailrace.kernel.LaneMath.log;
import static io.tailrace.kernel.Lanes.ONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;

/// What every [TokenService] of a tile shares in a quarter, whatever its share of the MW.
final class TokenTerms {
    final boolean renegotiates;
    final boolean reuses;
    final boolean feeProtected;
    final boolean tiersPerMw;
    final int brackets;

    final double[] tierIndex = new double[Tile.PATHS];
    final double[] usageFeeRate = new double[Tile.PATHS];
    /// 1 from the renegotiation on
    final double[] renegotiated = new double[Tile.PATHS];
    final double[] spillCost = new double[Tile.PATHS];
    /// Cost of a MW in service
    final double[] costPerMw = new double[Tile.PATHS];

    private final Tile p;
    private final MegawattCost cost;
    private final double[] tierIndexPerQuarter = new double[Tile.PATHS];
    private final double[] usageFeeDecay = new double[Tile.PATHS];

    TokenTerms(Plan plan, Tile tile, MegawattCost cost) {
        this.p = tile;
        this.cost = cost;
        renegotiates = !tile.always(RENEGOTIATION_PROBABILITY, 0);
        feeProtected = tile.always(FLOOR, 1);
        reuses = !feeProtected && !tile.always(REUSE_SHARE, 0);
        tiersPerMw = plan.tiersPerMw();
        brackets = plan.parameters().count(TIER_RATE);
    }

    void open(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            exp(log(ONE.add(p.of(TIER_INDEX_PER_YEAR, i))).mul(0.25)).intoArray(tierIndexPerQuarter, i);
            exp(p.of(USAGE_FEE_DEFLATION, i).neg()).intoArray(usageFeeDecay, i);
            p.of(TIER_MULTIPLIER, i).intoArray(tierIndex, i);
            p.of(USAGE_FEE, i).intoArray(usageFeeRate, i);
            ZERO.intoArray(renegotiated, i);
            costs(i);
        }
    }

    void quarter(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            load(tierIndex, i).mul(load(tierIndexPerQuarter, i)).intoArray(tierIndex, i);
            load(usageFeeRate, i).mul(load(usageFeeDecay, i)).intoArray(usageFeeRate, i);
            if (renegotiates) {
                var before = load(renegotiated, i).compare(NE, ZERO);
                var now = load(p.renegotiation, i).compare(LT, p.of(RENEGOTIATION_PROBABILITY, i));
                ZERO.blend(ONE, before.or(now)).intoArray(renegotiated, i);
            }
            costs(i);
        }
    }

    private void costs(int i) {
        p.of(SPILL_COST, i).div(p.at(Quantity.EFFICIENCY, i)).intoArray(spillCost, i);
        cost.perMw(p.at(Quantity.TRAINIUM_MW_SHARE, i), i).intoArray(costPerMw, i);
    }
}
