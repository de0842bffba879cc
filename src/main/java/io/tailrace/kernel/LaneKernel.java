package io.tailrace.kernel;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.random.Sampling;
import io.tailrace.summary.ColumnReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.function.Function;
import jdk.incubator.vector.DoubleVector;

/// Blocks of paths in lanes: the model's text again, with a path in each lane and the same bits in each path.
///
/// A block is worked off in tiles; in a tile every quarter is a series of stages, each a loop over the lanes.
public final class LaneKernel implements Kernel {
    private static final String RECORDING = System.getProperty("tailrace.recording", "lanes");

    private final Plan plan;
    private final Tile tile;
    private final LaneDraws draws;
    private final MegawattCost cost;
    private final Demand demand;
    private final Channel channel;
    private final Capacity capacity;
    private final Lease lease;
    private final TokenTerms terms;
    private final TokenService tokens;
    private final ProviderBook provider;
    private final Valuation valuation;
    private final Stage[] opening;
    private final Stage[] quarterly;
    private final Stage[] closing;

    public LaneKernel(Plan plan, Sampling sampling) {
        this.plan = plan;
        tile = new Tile(plan);
        draws = new LaneDraws(plan, sampling, tile);
        cost = new MegawattCost(plan, tile);
        demand = new Demand(plan, tile);
        channel = new Channel(tile);
        capacity = new Capacity(plan, tile);
        lease = new Lease(plan, tile, demand, cost);
        terms = new TokenTerms(plan, tile, cost);
        tokens = new TokenService(tile, terms, cost);
        provider = new ProviderBook(plan, tile);
        valuation = new Valuation(tile, plan.quarters());
        var scratch = new EnumMap<Quantity, double[]>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            scratch.put(quantity, new double[Tile.PATHS]);
        }
        var mixes = new ArrayList<Mix>();
        for (int mix = 0; mix < plan.mixShares().length; mix++) {
            mixes.add(new Mix(mix, plan.mixShares()[mix], scratch::get));
        }
        opening = opening(mixes).toArray(Stage[]::new);
        quarterly = quarterly(mixes).toArray(Stage[]::new);
        var metrics = new ArrayList<Stage>();
        valuation.addMetricsTo(metrics, lease, terms, capacity, cost);
        closing = metrics.toArray(Stage[]::new);
    }

    @Override
    public void block(long firstPath, int paths, double[][] columns) {
        for (int at = 0; at < paths; at += Tile.PATHS) {
            tile(firstPath + at, at, Math.min(Tile.PATHS, paths - at), columns);
        }
    }

    /// In lanes, unless the system property `tailrace.recording` is `scalar`; to the same bits.
    @Override
    public ColumnReader reader() {
        return RECORDING.equals("scalar") ? ColumnReader.SCALAR : new LaneReader();
    }

    /// Of this machine's vector registers, in bits.
    public static int widestLanes() {
        return Lanes.WIDEST;
    }

    private void tile(long firstPath, int at, int paths, double[][] columns) {
        draws.paths(firstPath);
        run(opening, 0);
        for (int t = 1; t <= plan.quarters(); t++) {
            run(quarterly, t);
            record(t, at, paths, columns);
        }
        run(closing, plan.quarters());
        recordMetrics(at, paths, columns);
    }

    private List<Stage> opening(List<Mix> mixes) {
        var stages = new ArrayList<Stage>();
        draws.addOpeningTo(stages);
        stages.add(cost::open);
        demand.addOpeningTo(stages);
        channel.addOpeningTo(stages);
        capacity.addOpeningTo(stages);
        lease.addOpeningTo(stages);
        terms.addOpeningTo(stages);
        tokens.addTo(stages);
        tokens.addItemsTo(stages);
        valuation.addOpeningTo(stages);
        mixes.forEach(mix -> mix.addOpeningTo(stages));
        provider.addOpeningTo(stages);
        return stages;
    }

    private List<Stage> quarterly(List<Mix> mixes) {
        var stages = new ArrayList<Stage>();
        draws.addTo(stages);
        demand.addTo(stages);
        channel.addTo(stages);
        capacity.addTo(stages);
        lease.addTo(stages);
        terms.addTo(stages);
        tokens.addTo(stages);
        tokens.addItemsTo(stages);
        valuation.addTo(stages);
        mixes.forEach(mix -> mix.addTo(stages));
        provider.addTo(stages);
        return stages;
    }

    private static void run(Stage[] stages, int t) {
        for (Stage stage : stages) {
            stage.run(t);
        }
    }

    private void record(int t, int at, int paths, double[][] columns) {
        int column = t - 1;
        for (Quantity quantity : plan.recorded()) {
            System.arraycopy(tile.column(quantity), 0, columns[column], at, paths);
            column += plan.quarters();
        }
    }

    private void recordMetrics(int at, int paths, double[][] columns) {
        int column = plan.recorded().size() * plan.quarters();
        int metrics = Metric.values().length + plan.mixShares().length;
        for (int metric = 0; metric < metrics; metric++) {
            System.arraycopy(tile.metric(metric), 0, columns[column + metric], at, paths);
        }
    }

    /// TaaS on a share of the MW, the lease on the rest; the pure strategies need no sums of their own.
    private final class Mix {
        private final double share;
        private final double[] npv;
        private final TokenService service;

        Mix(int index, double share, Function<Quantity, double[]> scratch) {
            this.share = share;
            npv = tile.metric(Metric.values().length + index);
            service = new TokenService(tile, terms, cost, share, scratch);
        }

        void addOpeningTo(List<Stage> stages) {
            stages.add(_ -> Arrays.fill(npv, 0));
            if (share > 0 && share < 1) {
                service.addTo(stages);
            }
        }

        void addTo(List<Stage> stages) {
            if (share == 0) {
                stages.add(_ -> add(tile.column(Quantity.IAAS_EBIT)));
            } else if (share == 1) {
                stages.add(_ -> add(tokens.ebit));
            } else {
                service.addTo(stages);
                stages.add(_ -> blend());
            }
        }

        private void add(double[] ebit) {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                DoubleVector term = Lanes.load(valuation.discount, i).mul(Lanes.load(ebit, i));
                Lanes.load(npv, i).add(term).intoArray(npv, i);
            }
        }

        private void blend() {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                DoubleVector leased = tile.at(Quantity.IAAS_EBIT, i).mul(1 - share);
                DoubleVector ebit = Lanes.load(service.ebit, i).add(leased);
                DoubleVector term = Lanes.load(valuation.discount, i).mul(ebit);
                Lanes.load(npv, i).add(term).intoArray(npv, i);
            }
        }
    }
}
