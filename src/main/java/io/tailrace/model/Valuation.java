package io.tailrace.model;

import static io.tailrace.plan.Parameter.*;
import static io.tailrace.random.Elementary.exp;
import static io.tailrace.random.Elementary.larger;
import static io.tailrace.random.Elementary.log;
import static io.tailrace.random.Elementary.smaller;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Quantity;
import io.tailrace.plan.Values;

/// Margins by quarter and the metrics of the whole path.
final class Valuation {
    /// A margin counts only where revenue exceeds this fraction of the rent that the MW would bring.
    private static final double COUNTED_REVENUE = 0.05;

    private final Values p;
    private final Path path;
    private final int quarters;
    private final double discountPerQuarter;

    Valuation(Draws draws, Path path) {
        this.p = draws.parameters;
        this.path = path;
        this.quarters = path.quarters();
        discountPerQuarter = exp(-0.25 * log(1 + p.of(DISCOUNT_RATE_PER_YEAR)));
    }

    double discountPerQuarter() {
        return discountPerQuarter;
    }

    void margins(int t) {
        double rent = path.at(Quantity.BUSINESS_MW, t) * path.at(Quantity.LEASE_PRICE, t);
        double taas = path.at(Quantity.TAAS_REVENUE, t);
        double iaas = path.at(Quantity.IAAS_REVENUE, t);
        path.set(Quantity.TAAS_MARGIN, t,
                taas > COUNTED_REVENUE * rent ? path.at(Quantity.TAAS_EBIT, t) / taas : Double.NaN);
        path.set(Quantity.IAAS_MARGIN, t,
                iaas > COUNTED_REVENUE * rent ? path.at(Quantity.IAAS_EBIT, t) / iaas : Double.NaN);
    }

    void metrics(boolean defaulted, boolean renegotiated, double trainiumPricePerformance) {
        double taas = presentValue(Quantity.TAAS_EBIT);
        double iaas = presentValue(Quantity.IAAS_EBIT);
        path.set(Metric.NPV_TAAS, taas);
        path.set(Metric.NPV_IAAS, iaas);
        path.set(Metric.NPV_DIFFERENCE, taas - iaas);
        path.set(Metric.REGRET, larger(0, iaas - taas));
        path.set(Metric.TAAS_BELOW_IAAS, taas < iaas ? 1 : 0);
        contract(Quantity.TAAS_EBIT, Metric.LOWEST_TRAILING_EBIT_TAAS, Metric.FIRST_LOSS_QUARTER_TAAS);
        contract(Quantity.IAAS_EBIT, Metric.LOWEST_TRAILING_EBIT_IAAS, Metric.FIRST_LOSS_QUARTER_IAAS);
        margin(Quantity.TAAS_MARGIN, Metric.LOWEST_TAAS_MARGIN, Metric.QUARTERS_BELOW_HURDLE_TAAS);
        margin(Quantity.IAAS_MARGIN, Metric.LOWEST_IAAS_MARGIN, Metric.QUARTERS_BELOW_HURDLE_IAAS);
        lockIn();
        sums();
        path.set(Metric.DEFAULTED, defaulted ? 1 : 0);
        path.set(Metric.EVER_RENEGOTIATED, renegotiated ? 1 : 0);
        path.set(Metric.TRAINIUM_PRICE_PERFORMANCE, trainiumPricePerformance);
    }

    private double presentValue(Quantity quantity) {
        double discount = 1;
        double sum = 0;
        for (int t = 1; t <= quarters; t++) {
            discount = discount * discountPerQuarter;
            sum += discount * path.at(quantity, t);
        }
        return sum;
    }

    private void contract(Quantity ebit, Metric lowestTrailing, Metric firstLoss) {
        double lowest = Double.POSITIVE_INFINITY;
        int first = quarters + 1;
        for (int t = quarters; t >= 1; t--) {
            first = path.at(ebit, t) < 0 ? t : first;
            if (t >= 4) {
                double year = path.at(ebit, t - 3) + path.at(ebit, t - 2) + path.at(ebit, t - 1) + path.at(ebit, t);
                lowest = smaller(lowest, year);
            }
        }
        path.set(lowestTrailing, quarters < 4 ? Double.NaN : lowest);
        path.set(firstLoss, first);
    }

    private void margin(Quantity margin, Metric lowestMargin, Metric belowHurdle) {
        double lowest = Double.POSITIVE_INFINITY;
        int below = 0;
        for (int t = 1; t <= quarters; t++) {
            double value = path.at(margin, t);
            boolean counted = !Double.isNaN(value);
            lowest = counted ? smaller(lowest, value) : lowest;
            below += value < p.of(HURDLE_EBIT_MARGIN) ? 1 : 0;
        }
        path.set(lowestMargin, lowest == Double.POSITIVE_INFINITY ? Double.NaN : lowest);
        path.set(belowHurdle, below);
    }

    private void lockIn() {
        double taasRevenue = presentValue(Quantity.TAAS_REVENUE);
        double iaasRevenue = presentValue(Quantity.IAAS_REVENUE);
        double taasFixed = p.of(FLOOR) * p.of(FIXED_FEE) * presentValue(Quantity.BUSINESS_MW);
        double iaasFixed = presentValue(Quantity.TAKE_OR_PAY);
        path.set(Metric.LOCK_IN_TAAS, taasRevenue > taasFixed ? taasFixed / taasRevenue : 1);
        path.set(Metric.LOCK_IN_IAAS, iaasRevenue > iaasFixed ? iaasFixed / iaasRevenue : 1);
        path.set(Metric.PV_TAAS_REVENUE, taasRevenue);
        path.set(Metric.PV_IAAS_REVENUE, iaasRevenue);
    }

    private void sums() {
        double lost = 0;
        double lostToLateness = 0;
        double late = 0;
        double spend = 0;
        for (int t = 1; t <= quarters; t++) {
            double demand = path.at(Quantity.DEMAND, t);
            double served = path.at(Quantity.SERVED_TOKENS, t);
            boolean open = path.at(Quantity.BUSINESS_MW, t) > 0;
            double servedAsPlanned = smaller(demand, (1 + p.of(SPILL_SHARE)) * path.at(Quantity.PLANNED_TOKENS, t));
            lost += open ? demand - served : 0;
            lostToLateness += larger(0, servedAsPlanned - served);
            late += path.at(Quantity.LATE_MW, t);
            spend += path.at(Quantity.TOKENS, t) * path.at(Quantity.PRICE, t);
        }
        path.set(Metric.TOKENS_LOST, lost);
        path.set(Metric.TOKENS_LOST_TO_LATENESS, lostToLateness);
        path.set(Metric.LATE_MW_QUARTERS, late);
        path.set(Metric.CUMULATIVE_SPEND, spend);
    }
}
