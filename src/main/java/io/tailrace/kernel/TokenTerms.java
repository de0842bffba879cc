package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.exponentials;
import static io.tailrace.kernel.LaneMath.growths;
import static io.tailrace.kernel.Lanes.ONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.LT;
import static jdk.incubator.vector.VectorOperators.NE;

import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.List;

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
    private final double[] negativeDeflation = new double[Tile.PATHS];
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

    void addOpeningTo(List<Stage> stages) {
        stages.add(growths(p.column(TIER_INDEX_PER_YEAR), 0.25, tierIndexPerQuarter));
        stages.add(this::negativeDeflation);
        stages.add(exponentials(negativeDeflation, usageFeeDecay));
        stages.add(this::open);
        stages.add(this::costs);
    }

    void addTo(List<Stage> stages) {
        stages.add(this::quarter);
        stages.add(this::costs);
    }

    private void negativeDeflation(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            p.of(USAGE_FEE_DEFLATION, i).neg().intoArray(negativeDeflation, i);
        }
    }

    private void open(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            p.of(TIER_MULTIPLIER, i).intoArray(tierIndex, i);
            p.of(USAGE_FEE, i).intoArray(usageFeeRate, i);
            ZERO.intoArray(renegotiated, i);
        }
    }

    private void quarter(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            load(tierIndex, i).mul(load(tierIndexPerQuarter, i)).intoArray(tierIndex, i);
            load(usageFeeRate, i).mul(load(usageFeeDecay, i)).intoArray(usageFeeRate, i);
            if (renegotiates) {
                var before = load(renegotiated, i).compare(NE, ZERO);
                var now = load(p.renegotiation, i).compare(LT, p.of(RENEGOTIATION_PROBABILITY, i));
                ZERO.blend(ONE, before.or(now)).intoArray(renegotiated, i);
            }
        }
    }

    private void costs(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            p.of(SPILL_COST, i).div(p.at(Quantity.EFFICIENCY, i)).intoArray(spillCost, i);
            cost.perMw(p.at(Quantity.TRAINIUM_MW_SHARE, i), i).intoArray(costPerMw, i);
        }
    }
}
