package io.tailrace.model;

import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;

/// The margin model: one path, quarter by quarter, in plain scalar arithmetic.
///
/// This is the specification as code, the reference that the lane kernel is held to bit by bit, and what
/// `replay` prints. Only + − × ÷, comparisons and the functions of `random` are used, so a path has the same
/// bits on every machine.
public final class PathModel {
    private final Plan plan;

    public PathModel(Plan plan) {
        this.plan = plan;
    }

    /// Computes the path that `draws` decide, t = 0 … T, into `path`.
    public void run(Draws draws, Path path) {
        var cost = MegawattCost.of(plan, draws.parameters);
        var demand = new Demand(plan, draws, path);
        var channel = new Channel(draws, path);
        var capacity = new Capacity(plan, draws, path);
        var lease = new Lease(plan, draws, path, cost);
        var tokens = tokenService(draws, cost, 1);
        var mixes = new Mixes(draws, cost);
        var provider = new ProviderBook(plan, draws, path);
        var valuation = new Valuation(draws, path);
        for (int t = 0; t <= plan.quarters(); t++) {
            if (t == 0) {
                demand.open();
                channel.open();
                capacity.quarter(0);
                lease.open();
            } else {
                demand.quarter(t);
                channel.quarter(t, tokens.lostFraction());
                capacity.quarter(t);
                lease.quote(t);
                lease.quarter(t, demand.regime());
            }
            double spot = path.at(Quantity.SPOT, t);
            tokens.quarter(t, path, spot);
            tokens.record(t, path);
            mixes.quarter(t, path, spot, valuation.discountPerQuarter());
            valuation.margins(t);
            provider.quarter(t);
        }
        mixes.record(path);
        valuation.metrics(lease.defaulted(), tokens.renegotiated(), capacity.pricePerformance(cost));
    }

    private TokenService tokenService(Draws draws, MegawattCost cost, double scale) {
        return new TokenService(draws, cost, scale, plan.parameters().count(Parameter.TIER_RATE), plan.tiersPerMw());
    }

    /// NPV of each mix: TaaS on a share of the MW, the lease on the rest, on the same shocks. A mix that is all of one
    /// contract earns what that contract earns.
    private final class Mixes {
        private final TokenService[] services = new TokenService[plan.mixShares().length];
        private final double[] npv = new double[services.length];
        private double discount = 1;

        Mixes(Draws draws, MegawattCost cost) {
            for (int i = 0; i < services.length; i++) {
                services[i] = tokenService(draws, cost, plan.mixShares()[i]);
            }
        }

        void quarter(int t, Path path, double spot, double discountPerQuarter) {
            discount = t == 0 ? 1 : discount * discountPerQuarter;
            for (int i = 0; i < services.length; i++) {
                double ebit = ebit(i, t, path, spot);
                path.setEbitOfMix(i, t, ebit);
                npv[i] += t == 0 ? 0 : discount * ebit;
            }
        }

        private double ebit(int i, int t, Path path, double spot) {
            double share = plan.mixShares()[i];
            if (share == 0 || share == 1) {
                return path.at(share == 0 ? Quantity.IAAS_EBIT : Quantity.TAAS_EBIT, t);
            }
            services[i].quarter(t, path, spot);
            return services[i].ebit() + (1 - share) * path.at(Quantity.IAAS_EBIT, t);
        }

        void record(Path path) {
            for (int i = 0; i < npv.length; i++) {
                path.setNpvOfMix(i, npv[i]);
            }
        }
    }
}
