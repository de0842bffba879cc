package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.larger;
import static io.tailrace.kernel.LaneMath.smaller;
import static io.tailrace.kernel.Lanes.all;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.EQ;

import io.tailrace.plan.Plan;
import io.tailrace.plan.ProjectPlan;
import io.tailrace.plan.Quantity;
import java.util.List;
import jdk.incubator.vector.DoubleVector;

/// Lane twin of the model's `Capacity`.
final class Capacity {
    private final Plan plan;
    private final Tile p;
    private final double[] trainiumTokensPerMw = new double[Tile.PATHS];
    private final double[] gpuTokensPerMw = new double[Tile.PATHS];
    /// `[project][path]`
    private final double[][] businessMw;
    private final double[][] delay;
    private final double[][] lateQuarters;

    Capacity(Plan plan, Tile tile) {
        this.plan = plan;
        this.p = tile;
        businessMw = new double[plan.projects().size()][Tile.PATHS];
        delay = new double[businessMw.length][Tile.PATHS];
        lateQuarters = new double[businessMw.length][Tile.PATHS];
    }

    void open() {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            tokensPerMw(i);
        }
        for (int j = 0; j < businessMw.length; j++) {
            ProjectPlan project = plan.projects().get(j);
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                project(j, project, i);
            }
        }
        quarter(0);
    }

    private void tokensPerMw(int i) {
        if (plan.tokensPerMwStated()) {
            p.of(GPU_TOKENS_PER_MW, i).intoArray(gpuTokensPerMw, i);
            p.of(TRAINIUM_TOKENS_PER_MW, i).intoArray(trainiumTokensPerMw, i);
            return;
        }
        DoubleVector demand = p.of(OPENING_TOKENS, i).mul(p.of(CHANNEL_OPENING_SHARE, i));
        DoubleVector opening = p.of(BUSINESS_SHARE, i).mul(p.of(OPENING_MW, i));
        DoubleVector trainium = p.of(TRAINIUM_OPENING_SHARE, i);
        DoubleVector mwPerToken =
                trainium.div(p.of(TRAINIUM_RELATIVE_TOKENS, i)).add(1).sub(trainium);
        DoubleVector gpu = demand.div(p.of(OPENING_UTILISATION, i).mul(opening)).mul(mwPerToken);
        gpu.intoArray(gpuTokensPerMw, i);
        p.of(TRAINIUM_RELATIVE_TOKENS, i).mul(gpu).intoArray(trainiumTokensPerMw, i);
    }

    private void project(int j, ProjectPlan project, int i) {
        DoubleVector share = project.ownBusinessShare()
                ? p.of(PROJECT_BUSINESS_SHARE, project.entry(), i)
                : p.of(BUSINESS_SHARE, i);
        share.mul(p.of(PROJECT_MW, project.entry(), i)).intoArray(businessMw[j], i);
        DoubleVector quarters = load(p.delays[j], i).add(p.of(SLIP_QUARTERS, i));
        quarters.intoArray(delay[j], i);
        var cancelled = quarters.compare(EQ, Double.POSITIVE_INFINITY);
        quarters.blend(p.of(CANCELLED_LATE_QUARTERS, i), cancelled).intoArray(lateQuarters[j], i);
    }

    void quarter(int t) {
        List<ProjectPlan> projects = plan.projects();
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            megawatts(t, projects, i);
        }
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            tokens(t, i);
        }
    }

    private void tokens(int t, int i) {
        DoubleVector trainiumTokens = load(trainiumTokensPerMw, i);
        trainiumTokens = t == 0 ? trainiumTokens : trainiumTokens.mul(p.of(TRAINIUM_TOKENS_MULTIPLIER, i));
        DoubleVector trainium = p.at(Quantity.TRAINIUM_SHARE, i);
        DoubleVector trainiumMwPerToken = trainium.div(trainiumTokens);
        DoubleVector mwPerToken = trainiumMwPerToken.add(all(1.0).sub(trainium).div(load(gpuTokensPerMw, i)));
        DoubleVector tokensPerMw = p.at(Quantity.EFFICIENCY, i).div(mwPerToken);
        DoubleVector inService = p.at(Quantity.BUSINESS_MW, i);
        DoubleVector planned = inService.add(p.at(Quantity.BUSINESS_LATE_MW, i));
        DoubleVector utilisation = p.of(MAXIMUM_UTILISATION, i);
        p.set(Quantity.TRAINIUM_MW_SHARE, i, trainiumMwPerToken.div(mwPerToken));
        p.set(Quantity.CAPACITY_TOKENS, i, utilisation.mul(inService.mul(tokensPerMw)));
        p.set(Quantity.PLANNED_TOKENS, i, utilisation.mul(planned.mul(tokensPerMw)));
    }

    private void megawatts(int t, List<ProjectPlan> projects, int i) {
        DoubleVector capacity = p.of(OPENING_MW, i);
        DoubleVector business = p.of(BUSINESS_SHARE, i).mul(capacity);
        DoubleVector late = all(0.0);
        DoubleVector businessLate = all(0.0);
        for (int j = 0; j < businessMw.length; j++) {
            ProjectPlan project = projects.get(j);
            double sincePlanned = t - project.plannedQuarter();
            if (sincePlanned <= 0) {
                continue;
            }
            DoubleVector mw = p.of(PROJECT_MW, project.entry(), i);
            DoubleVector share = load(businessMw[j], i);
            DoubleVector since = all(sincePlanned);
            DoubleVector inService = fraction(since.sub(load(delay[j], i)));
            DoubleVector missing = fraction(since).sub(fraction(since.sub(load(lateQuarters[j], i))));
            capacity = mw.fma(inService, capacity);
            business = share.fma(inService, business);
            late = mw.fma(missing, late);
            businessLate = share.fma(missing, businessLate);
        }
        p.set(Quantity.CAPACITY_MW, i, capacity);
        p.set(Quantity.LATE_MW, i, late);
        p.set(Quantity.BUSINESS_MW, i, business);
        p.set(Quantity.BUSINESS_LATE_MW, i, businessLate);
    }

    private static DoubleVector fraction(DoubleVector quarters) {
        return smaller(larger(quarters, all(0.0)), all(1.0));
    }

    DoubleVector pricePerformance(MegawattCost cost, int i) {
        DoubleVector gpu = load(cost.perGpuMw, i).div(load(gpuTokensPerMw, i));
        return gpu.div(load(cost.perTrainiumMw, i).div(load(trainiumTokensPerMw, i)));
    }
}
