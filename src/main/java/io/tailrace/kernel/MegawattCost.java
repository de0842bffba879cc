package io.tailrace.kernel;

import static io.tailrace.kernel.Lanes.ONE;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;

import io.tailrace.plan.Plan;
import jdk.incubator.vector.DoubleVector;

/// Lane twin of the model's `MegawattCost`.
final class MegawattCost {
    private static final double HOURS_PER_QUARTER = 2190;

    private final Plan plan;
    private final Tile p;
    final double[] perTrainiumMw = new double[Tile.PATHS];
    final double[] perGpuMw = new double[Tile.PATHS];

    MegawattCost(Plan plan, Tile tile) {
        this.plan = plan;
        this.p = tile;
    }

    void open(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            openAt(i);
        }
    }

    private void openAt(int i) {
        DoubleVector power = p.of(POWER_USAGE_EFFECTIVENESS, i)
                .mul(p.of(LOAD, i))
                .mul(HOURS_PER_QUARTER)
                .mul(p.of(ENERGY_PRICE, i))
                .div(1e6);
        DoubleVector running = power.add(p.of(SITE_OPERATIONS, i));
        if (plan.depreciationStated()) {
            p.of(TRAINIUM_DEPRECIATION, i).add(running).intoArray(perTrainiumMw, i);
            p.of(GPU_DEPRECIATION, i).add(running).intoArray(perGpuMw, i);
            return;
        }
        DoubleVector shell = p.of(SHELL_CAPEX, i).div(p.of(SHELL_LIFE_YEARS, i).mul(4));
        DoubleVector perQuarterOfLife = ONE.div(p.of(IT_LIFE_YEARS, i).mul(4));
        shell.add(p.of(TRAINIUM_CAPEX, i).mul(perQuarterOfLife)).add(running).intoArray(perTrainiumMw, i);
        shell.add(p.of(GPU_CAPEX, i).mul(perQuarterOfLife)).add(running).intoArray(perGpuMw, i);
    }

    /// Cost of a MW in service, of which `trainiumShare` runs the own chip.
    DoubleVector perMw(DoubleVector trainiumShare, int i) {
        DoubleVector onTrainium = trainiumShare.mul(load(perTrainiumMw, i));
        return onTrainium.add(ONE.sub(trainiumShare).mul(load(perGpuMw, i)));
    }

    DoubleVector of(DoubleVector mw, DoubleVector perMw, DoubleVector lateMw, int i) {
        return mw.mul(perMw).add(p.of(CARRY, i).mul(lateMw));
    }
}
