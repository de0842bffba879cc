package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.larger;
import static io.tailrace.kernel.LaneMath.smaller;
import static io.tailrace.kernel.Lanes.ONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.all;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.EQ;

import io.tailrace.plan.Curve;
import io.tailrace.plan.Plan;
import io.tailrace.plan.ProjectPlan;
import io.tailrace.plan.Quantity;
import java.util.List;
import jdk.incubator.vector.DoubleVector;

/// Lane twin of the model's `Capacity`.
final class Capacity {
    private final Plan plan;
    private final Tile p;
    private final ProjectPlan[] projects;
    private final double[] trainiumTokensPerMw = new double[Tile.PATHS];
    private final double[] gpuTokensPerMw = new double[Tile.PATHS];
    /// `[project][path]`
    private final double[][] businessMw;
    private final double[][] delay;
    private final double[][] lateQuarters;
    private final boolean[] cancellable;

    Capacity(Plan plan, Tile tile) {
        this.plan = plan;
        this.p = tile;
        projects = plan.projects().toArray(ProjectPlan[]::new);
        businessMw = new double[plan.projects().size()][Tile.PATHS];
        delay = new double[businessMw.length][Tile.PATHS];
        lateQuarters = new double[businessMw.length][Tile.PATHS];
        cancellable = new boolean[businessMw.length];
        for (int j = 0; j < cancellable.length; j++) {
            cancellable[j] = projects[j].delay().at(Curve.EDGE) == Double.POSITIVE_INFINITY;
        }
    }

    void addOpeningTo(List<Stage> stages) {
        stages.add(_ -> tokensPerMw());
        for (int j = 0; j < projects.length; j++) {
            int project = j;
            stages.add(_ -> project(project));
        }
        addTo(stages);
    }

    /// Two projects at a time through memory: a sum kept in a register across an inner loop would go to the heap. Each
    /// way to add them is a stage of its own, idle in the quarters that are not its.
    void addTo(List<Stage> stages) {
        stages.add(_ -> opening());
        int j = 0;
        while (j < projects.length) {
            int one = j;
            int two = j + 1;
            if (cancellable[one]) {
                stages.add(t -> addCancellable(one, t));
                j++;
            } else if (two == projects.length || cancellable[two]) {
                stages.add(t -> addOne(one, t));
                j++;
            } else {
                double later = Math.max(projects[one].plannedQuarter(), projects[two].plannedQuarter());
                stages.add(t -> addTwo(one, two, t));
                stages.add(t -> {
                    if (t <= later) addOne(one, t);
                });
                stages.add(t -> {
                    if (t <= later) addOne(two, t);
                });
                j += 2;
            }
        }
        stages.add(this::tokens);
    }

    private void tokensPerMw() {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            tokensPerMw(i);
        }
    }

    private void project(int j) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            project(j, projects[j], i);
        }
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
                trainium.div(p.of(TRAINIUM_RELATIVE_TOKENS, i)).add(ONE).sub(trainium);
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

    private void opening() {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector capacity = p.of(OPENING_MW, i);
            p.set(Quantity.CAPACITY_MW, i, capacity);
            p.set(Quantity.BUSINESS_MW, i, p.of(BUSINESS_SHARE, i).mul(capacity));
            p.set(Quantity.LATE_MW, i, ZERO);
            p.set(Quantity.BUSINESS_LATE_MW, i, ZERO);
        }
    }

    private boolean isDue(int j, int t) {
        return t > projects[j].plannedQuarter();
    }

    private void addCancellable(int j, int t) {
        if (!isDue(j, t)) {
            return;
        }
        DoubleVector since = all(t - projects[j].plannedQuarter());
        DoubleVector due = fraction(since);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector missing = due.sub(fraction(since.sub(load(lateQuarters[j], i))));
            add(j, fraction(since.sub(load(delay[j], i))), missing, i);
        }
    }

    private void addOne(int j, int t) {
        if (!isDue(j, t)) {
            return;
        }
        DoubleVector since = all(t - projects[j].plannedQuarter());
        DoubleVector due = fraction(since);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector inService = fraction(since.sub(load(delay[j], i)));
            add(j, inService, due.sub(inService), i);
        }
    }

    private void add(int j, DoubleVector inService, DoubleVector missing, int i) {
        DoubleVector mw = p.of(PROJECT_MW, projects[j].entry(), i);
        DoubleVector share = load(businessMw[j], i);
        p.set(Quantity.CAPACITY_MW, i, mw.fma(inService, p.at(Quantity.CAPACITY_MW, i)));
        p.set(Quantity.BUSINESS_MW, i, share.fma(inService, p.at(Quantity.BUSINESS_MW, i)));
        p.set(Quantity.LATE_MW, i, mw.fma(missing, p.at(Quantity.LATE_MW, i)));
        p.set(Quantity.BUSINESS_LATE_MW, i, share.fma(missing, p.at(Quantity.BUSINESS_LATE_MW, i)));
    }

    /// The same as one after the other.
    private void addTwo(int j, int k, int t) {
        if (!isDue(j, t) || !isDue(k, t)) {
            return;
        }
        DoubleVector sinceJ = all(t - projects[j].plannedQuarter());
        DoubleVector sinceK = all(t - projects[k].plannedQuarter());
        DoubleVector dueJ = fraction(sinceJ);
        DoubleVector dueK = fraction(sinceK);
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector mwJ = p.of(PROJECT_MW, projects[j].entry(), i);
            DoubleVector mwK = p.of(PROJECT_MW, projects[k].entry(), i);
            DoubleVector shareJ = load(businessMw[j], i);
            DoubleVector shareK = load(businessMw[k], i);
            DoubleVector inJ = fraction(sinceJ.sub(load(delay[j], i)));
            DoubleVector inK = fraction(sinceK.sub(load(delay[k], i)));
            DoubleVector missingJ = dueJ.sub(inJ);
            DoubleVector missingK = dueK.sub(inK);
            p.set(Quantity.CAPACITY_MW, i, mwK.fma(inK, mwJ.fma(inJ, p.at(Quantity.CAPACITY_MW, i))));
            p.set(Quantity.BUSINESS_MW, i, shareK.fma(inK, shareJ.fma(inJ, p.at(Quantity.BUSINESS_MW, i))));
            p.set(Quantity.LATE_MW, i, mwK.fma(missingK, mwJ.fma(missingJ, p.at(Quantity.LATE_MW, i))));
            p.set(Quantity.BUSINESS_LATE_MW, i,
                    shareK.fma(missingK, shareJ.fma(missingJ, p.at(Quantity.BUSINESS_LATE_MW, i))));
        }
    }

    private void tokens(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            tokensAt(t, i);
        }
    }

    private void tokensAt(int t, int i) {
        DoubleVector trainiumTokens = load(trainiumTokensPerMw, i);
        trainiumTokens = t == 0 ? trainiumTokens : trainiumTokens.mul(p.of(TRAINIUM_TOKENS_MULTIPLIER, i));
        DoubleVector trainium = p.at(Quantity.TRAINIUM_SHARE, i);
        DoubleVector trainiumMwPerToken = trainium.div(trainiumTokens);
        DoubleVector mwPerToken = trainiumMwPerToken.add(ONE.sub(trainium).div(load(gpuTokensPerMw, i)));
        DoubleVector tokensPerMw = p.at(Quantity.EFFICIENCY, i).div(mwPerToken);
        DoubleVector inService = p.at(Quantity.BUSINESS_MW, i);
        DoubleVector planned = inService.add(p.at(Quantity.BUSINESS_LATE_MW, i));
        DoubleVector utilisation = p.of(MAXIMUM_UTILISATION, i);
        p.set(Quantity.TRAINIUM_MW_SHARE, i, trainiumMwPerToken.div(mwPerToken));
        p.set(Quantity.CAPACITY_TOKENS, i, utilisation.mul(inService.mul(tokensPerMw)));
        p.set(Quantity.PLANNED_TOKENS, i, utilisation.mul(planned.mul(tokensPerMw)));
    }

    private static DoubleVector fraction(DoubleVector quarters) {
        return smaller(larger(quarters, ZERO), ONE);
    }

    void pricePerformance(MegawattCost cost, double[] to) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            DoubleVector gpu = load(cost.perGpuMw, i).div(load(gpuTokensPerMw, i));
            gpu.div(load(cost.perTrainiumMw, i).div(load(trainiumTokensPerMw, i))).intoArray(to, i);
        }
    }
}
