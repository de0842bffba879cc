package io.tailrace.analysis;

import io.tailrace.engine.PathValues;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.random.DrawAddress;
import io.tailrace.random.Sampling;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Runs of one plan that share some draws and not others, each giving the same outputs, `[output][path]`.
final class SharedDraws {
    /// Between the seeds of runs that share nothing; the fraction of the golden ratio, so that none comes back.
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;

    /// @param p5 of the outcome
    record Output(Metric outcome, TailMeasure measure, double p5) {}

    private final Study study;
    private final Plan plan;
    private final List<Driver> drivers;
    private final List<Output> outputs = new ArrayList<>();

    /// @param paths that tell which outputs vary, and where their worst 5 % begin
    SharedDraws(Study study, int paths) {
        this.study = study;
        plan = study.lean();
        drivers = Driver.of(plan);
        PathValues values = study.values(plan, new Sampling.Plain(seed(0)), paths, Outcomes.keys());
        for (Metric outcome : Outcomes.ALL) {
            double[] sorted = Influence.sorted(values.of(outcome));
            if (sorted[0] < sorted[sorted.length - 1]) {
                double p5 = Influence.at(sorted, Outcomes.TAIL);
                for (TailMeasure measure : TailMeasure.values()) {
                    outputs.add(new Output(outcome, measure, p5));
                }
            }
        }
    }

    Plan plan() {
        return plan;
    }

    List<Driver> drivers() {
        return drivers;
    }

    /// Those that are not the same on every path.
    List<Output> outputs() {
        return outputs;
    }

    /// Draws of one kind; those of different numbers share nothing.
    double[][] plain(Plan changed, int number, int paths) {
        return measured(study.values(changed, new Sampling.Plain(seed(number)), paths, Outcomes.keys()));
    }

    /// Draws of number `kept`, but for some, which are those of number `other`.
    double[][] replacing(Plan changed, Set<DrawAddress> addresses, int kept, int other, int paths) {
        var sampling = new Sampling.PickFreeze(seed(kept), seed(other), addresses);
        return measured(study.values(changed, sampling, paths, Outcomes.keys()));
    }

    /// The plan in which this shock does not depend on the others, and they on it.
    Plan first(Factor factor) {
        return plan.drawingFirst(List.of(factor));
    }

    /// The plan in which its own draws decide what the other shocks do not say of this one.
    Plan last(Factor factor) {
        return plan.drawingFirst(Driver.factors().stream().filter(other -> other != factor).toList());
    }

    private long seed(int number) {
        return study.size().seed() + number * STEP;
    }

    private double[][] measured(PathValues values) {
        return outputs.stream()
                .map(output -> output.measure().of(values.of(output.outcome()), output.p5()))
                .toArray(double[][]::new);
    }
}
