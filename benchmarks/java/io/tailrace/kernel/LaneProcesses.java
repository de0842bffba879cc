package io.tailrace.kernel;

import io.tailrace.plan.Plan;
import io.tailrace.random.Sampling;
import java.util.ArrayList;
import java.util.List;

/// The kernel's parts one by one, each over all quarters of a tile, as [LaneKernel] chains them.
public final class LaneProcesses {
    public static final int PATHS = Tile.USUAL_PATHS;

    private final int quarters;
    private final LaneDraws draws;
    private final List<Stage> drawingOnce = new ArrayList<>();
    private final List<Stage> drawing = new ArrayList<>();
    private final List<Stage> demand = new ArrayList<>();
    private final List<Stage> channel = new ArrayList<>();
    private final List<Stage> capacity = new ArrayList<>();
    private final List<Stage> lease = new ArrayList<>();
    private final List<Stage> tokens = new ArrayList<>();
    private final List<Stage> provider = new ArrayList<>();

    public LaneProcesses(Plan plan, Sampling sampling) {
        quarters = plan.quarters();
        var tile = new Tile(plan);
        draws = new LaneDraws(plan, sampling, tile);
        var cost = new MegawattCost(plan, tile);
        var demands = new Demand(plan, tile);
        var channels = new Channel(tile);
        var capacities = new Capacity(plan, tile);
        var leases = new Lease(plan, tile, demands, cost);
        var terms = new TokenTerms(plan, tile, cost);
        var service = new TokenService(tile, terms, cost);
        draws.addOpeningTo(drawingOnce);
        draws.addTo(drawing);
        demands.addTo(demand);
        channels.addTo(channel);
        capacities.addTo(capacity);
        leases.addTo(lease);
        terms.addTo(tokens);
        service.addTo(tokens);
        service.addItemsTo(tokens);
        new ProviderBook(plan, tile).addTo(provider);
        draws.paths(0);
        var opening = new ArrayList<Stage>();
        opening.addAll(drawingOnce);
        opening.add(cost::open);
        demands.addOpeningTo(opening);
        channels.addOpeningTo(opening);
        capacities.addOpeningTo(opening);
        leases.addOpeningTo(opening);
        terms.addOpeningTo(opening);
        opening.forEach(stage -> stage.run(0));
        List.of(drawing, demand, channel, capacity, lease, tokens, provider).forEach(this::run);
    }

    /// Over all quarters; other parts keep what they gave last.
    public void run(String process) {
        switch (process) {
            case "draws" -> {
                draws.paths(0);
                drawingOnce.forEach(stage -> stage.run(0));
                run(drawing);
            }
            case "demand" -> run(demand);
            case "channel" -> run(channel);
            case "capacity" -> run(capacity);
            case "lease" -> run(lease);
            case "tokens" -> run(tokens);
            case "provider" -> run(provider);
            default -> throw new IllegalArgumentException("no process " + process);
        }
    }

    private void run(List<Stage> stages) {
        for (int t = 1; t <= quarters; t++) {
            for (Stage stage : stages) {
                stage.run(t);
            }
        }
    }
}
