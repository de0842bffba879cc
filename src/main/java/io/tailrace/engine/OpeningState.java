package io.tailrace.engine;

import io.tailrace.model.Draws;
import io.tailrace.model.Path;
import io.tailrace.model.PathModel;
import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;

/// The opening quarter t = 0 with every parameter at its point value: what the model says of the observed quarter.
public final class OpeningState {
    private final Path path;

    public OpeningState(Plan plan) {
        path = new Path(plan);
        new PathModel(plan).run(new Draws(plan), path);
    }

    public double of(Quantity quantity) {
        return path.at(quantity, 0);
    }

    /// A metric that follows from the parameters alone, such as price-performance.
    public double of(Metric metric) {
        return path.metric(metric);
    }
}
