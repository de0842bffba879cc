package io.tailrace.model;

import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Sampling;

/// The model's parts one by one, each over all quarters of one path, as [PathModel] chains them.
public final class ModelProcesses {
    private final Plan plan;
    private final RandomDraws random;
    private final Draws draws;
    private final Path path;
    private long number;

    public ModelProcesses(Plan plan, Sampling sampling) {
        this.plan = plan;
        random = new RandomDraws(plan, sampling);
        draws = new Draws(plan);
        path = new Path(plan);
        random.fill(0, draws);
        new PathModel(plan).run(draws, path);
    }

    /// Over all quarters; other parts keep what they gave last.
    public void run(String process) {
        switch (process) {
            case "draws" -> random.fill(number++ % 1024, draws);
            case "demand" -> {
                var demand = new Demand(plan, draws, path);
                demand.open();
                for (int t = 1; t <= plan.quarters(); t++) {
                    demand.quarter(t);
                }
            }
            case "channel" -> {
                var channel = new Channel(draws, path);
                channel.open();
                for (int t = 1; t <= plan.quarters(); t++) {
                    channel.quarter(t, 0);
                }
            }
            case "capacity" -> {
                var capacity = new Capacity(plan, draws, path);
                for (int t = 1; t <= plan.quarters(); t++) {
                    capacity.quarter(t);
                }
            }
            case "lease" -> {
                var lease = new Lease(plan, draws, path, MegawattCost.of(plan, draws.parameters));
                lease.open();
                for (int t = 1; t <= plan.quarters(); t++) {
                    lease.quote(t);
                    lease.quarter(t, (int) path.at(Quantity.REGIME, t));
                }
            }
            case "tokens" -> {
                int tiers = plan.parameters().count(Parameter.TIER_RATE);
                var cost = MegawattCost.of(plan, draws.parameters);
                var tokens = new TokenService(draws, cost, 1, tiers, plan.tiersPerMw());
                for (int t = 1; t <= plan.quarters(); t++) {
                    tokens.quarter(t, path, path.at(Quantity.SPOT, t));
                    tokens.record(t, path);
                }
            }
            case "provider" -> {
                var provider = new ProviderBook(plan, draws, path);
                for (int t = 1; t <= plan.quarters(); t++) {
                    provider.quarter(t);
                }
            }
            default -> throw new IllegalArgumentException("no process " + process);
        }
    }
}
