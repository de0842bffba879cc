package io.tailrace.engine;

import io.tailrace.kernel.Kernel;
import io.tailrace.model.Draws;
import io.tailrace.model.Path;
import io.tailrace.model.PathModel;
import io.tailrace.model.RandomDraws;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Sampling;

/// Blocks by the scalar reference model, path after path.
final class ModelKernel implements Kernel {
    private final Plan plan;
    private final PathModel model;
    private final RandomDraws random;
    private final Draws draws;
    private final Path path;
    private final int metrics;

    ModelKernel(Plan plan, Sampling sampling) {
        this.plan = plan;
        this.model = new PathModel(plan);
        this.random = new RandomDraws(plan, sampling);
        this.draws = new Draws(plan);
        this.path = new Path(plan);
        this.metrics = plan.metricKeys().size();
    }

    @Override
    public void block(long firstPath, int paths, double[][] columns) {
        for (int i = 0; i < paths; i++) {
            random.fill(firstPath + i, draws);
            model.run(draws, path);
            record(i, columns);
        }
    }

    /// Columns stand in the order of [Recording#layout].
    private void record(int i, double[][] columns) {
        int column = 0;
        for (Quantity quantity : plan.recorded()) {
            for (int t = 1; t <= plan.quarters(); t++) {
                columns[column++][i] = path.at(quantity, t);
            }
        }
        for (int metric = 0; metric < metrics; metric++) {
            columns[column++][i] = path.metricAt(metric);
        }
    }
}
