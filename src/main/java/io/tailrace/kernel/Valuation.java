package io.tailrace.kernel;

import static io.tailrace.kernel.LaneMath.growths;
import static io.tailrace.kernel.LaneMath.larger;
import static io.tailrace.kernel.LaneMath.smaller;
import static io.tailrace.kernel.Lanes.NONE;
import static io.tailrace.kernel.Lanes.ONE;
import static io.tailrace.kernel.Lanes.ZERO;
import static io.tailrace.kernel.Lanes.all;
import static io.tailrace.kernel.Lanes.load;
import static io.tailrace.plan.Parameter.*;
import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LT;

import io.tailrace.plan.Metric;
import io.tailrace.plan.Quantity;
import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;

/// Lane twin of the model's `Valuation`; what the model sums over a finished path is summed here quarter by quarter,
/// in the same order.
final class Valuation {
    private static final double COUNTED_REVENUE = 0.05;

    private final Tile p;
    private final int quarters;
    private final double[] discountPerQuarter = new double[Tile.PATHS];
    final double[] discount = new double[Tile.PATHS];
    private final Contract taas;
    private final Contract iaas;
    private final double[] pvMw = new double[Tile.PATHS];
    private final double[] pvTakeOrPay = new double[Tile.PATHS];

    Valuation(Tile tile, int quarters) {
        this.p = tile;
        this.quarters = quarters;
        taas = new Contract(Quantity.TAAS_REVENUE, Quantity.TAAS_EBIT, Quantity.TAAS_MARGIN);
        iaas = new Contract(Quantity.IAAS_REVENUE, Quantity.IAAS_EBIT, Quantity.IAAS_MARGIN);
    }

    void addOpeningTo(List<Stage> stages) {
        stages.add(growths(p.column(DISCOUNT_RATE_PER_YEAR), -0.25, discountPerQuarter));
        stages.add(this::open);
        stages.add(taas::open);
        stages.add(iaas::open);
    }

    private void open(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            ONE.intoArray(discount, i);
            ZERO.intoArray(pvMw, i);
            ZERO.intoArray(pvTakeOrPay, i);
            p.set(Metric.TOKENS_LOST, i, ZERO);
            p.set(Metric.TOKENS_LOST_TO_LATENESS, i, ZERO);
            p.set(Metric.LATE_MW_QUARTERS, i, ZERO);
            p.set(Metric.CUMULATIVE_SPEND, i, ZERO);
        }
    }

    void addTo(List<Stage> stages) {
        stages.add(this::discount);
        stages.add(taas::quarter);
        stages.add(taas::margins);
        stages.add(iaas::quarter);
        stages.add(iaas::margins);
        stages.add(this::sums);
    }

    private void discount(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            discountAt(i);
        }
    }

    private void sums(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            sumsAt(i);
        }
    }

    private void discountAt(int i) {
        load(discount, i).mul(load(discountPerQuarter, i)).intoArray(discount, i);
        DoubleVector now = load(discount, i);
        addTo(pvMw, now.mul(p.at(Quantity.BUSINESS_MW, i)), i);
        addTo(pvTakeOrPay, now.mul(p.at(Quantity.TAKE_OR_PAY, i)), i);
    }

    private static void addTo(double[] sum, DoubleVector term, int i) {
        load(sum, i).add(term).intoArray(sum, i);
    }

    private void sumsAt(int i) {
        DoubleVector demand = p.at(Quantity.DEMAND, i);
        DoubleVector served = p.at(Quantity.SERVED_TOKENS, i);
        DoubleVector planned = ONE.add(p.of(SPILL_SHARE, i)).mul(p.at(Quantity.PLANNED_TOKENS, i));
        DoubleVector servedAsPlanned = smaller(demand, planned);
        VectorMask<Double> open = p.at(Quantity.BUSINESS_MW, i).compare(GT, ZERO);
        DoubleVector none = ZERO;
        add(Metric.TOKENS_LOST, none.blend(demand.sub(served), open), i);
        add(Metric.TOKENS_LOST_TO_LATENESS, larger(none, servedAsPlanned.sub(served)), i);
        add(Metric.LATE_MW_QUARTERS, p.at(Quantity.LATE_MW, i), i);
        add(Metric.CUMULATIVE_SPEND, p.at(Quantity.TOKENS, i).mul(p.at(Quantity.PRICE, i)), i);
    }

    private void add(Metric metric, DoubleVector term, int i) {
        p.set(metric, i, p.metric(metric, i).add(term));
    }

    /// Metrics of the finished paths.
    void addMetricsTo(List<Stage> stages, Lease lease, TokenTerms terms, Capacity capacity, MegawattCost cost) {
        stages.add(this::values);
        taas.addMetricsTo(stages,
                Metric.LOWEST_TRAILING_EBIT_TAAS,
                Metric.FIRST_LOSS_QUARTER_TAAS,
                Metric.LOWEST_TAAS_MARGIN,
                Metric.QUARTERS_BELOW_HURDLE_TAAS);
        iaas.addMetricsTo(stages,
                Metric.LOWEST_TRAILING_EBIT_IAAS,
                Metric.FIRST_LOSS_QUARTER_IAAS,
                Metric.LOWEST_IAAS_MARGIN,
                Metric.QUARTERS_BELOW_HURDLE_IAAS);
        stages.add(this::lockIn);
        stages.add(_ -> events(lease, terms));
        stages.add(_ -> capacity.pricePerformance(cost, p.metric(Metric.TRAINIUM_PRICE_PERFORMANCE.ordinal())));
    }

    private void events(Lease lease, TokenTerms terms) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            p.set(Metric.DEFAULTED, i, ZERO.blend(ONE, load(lease.defaultQuarter, i).compare(GT, ZERO)));
            p.set(Metric.EVER_RENEGOTIATED, i, load(terms.renegotiated, i));
        }
    }

    private void values(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            valuesAt(i);
        }
    }

    private void lockIn(int t) {
        for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
            lockInAt(i);
        }
    }

    private void valuesAt(int i) {
        DoubleVector ofTaas = load(taas.npv, i);
        DoubleVector ofIaas = load(iaas.npv, i);
        p.set(Metric.NPV_TAAS, i, ofTaas);
        p.set(Metric.NPV_IAAS, i, ofIaas);
        p.set(Metric.NPV_DIFFERENCE, i, ofTaas.sub(ofIaas));
        p.set(Metric.REGRET, i, larger(ZERO, ofIaas.sub(ofTaas)));
        p.set(Metric.TAAS_BELOW_IAAS, i, ZERO.blend(ONE, ofTaas.compare(LT, ofIaas)));
    }

    private void lockInAt(int i) {
        DoubleVector taasRevenue = load(taas.pvRevenue, i);
        DoubleVector iaasRevenue = load(iaas.pvRevenue, i);
        DoubleVector taasFixed = p.of(FLOOR, i).mul(p.of(FIXED_FEE, i)).mul(load(pvMw, i));
        DoubleVector iaasFixed = load(pvTakeOrPay, i);
        DoubleVector whole = ONE;
        p.set(Metric.LOCK_IN_TAAS, i, whole.blend(taasFixed.div(taasRevenue), taasRevenue.compare(GT, taasFixed)));
        p.set(Metric.LOCK_IN_IAAS, i, whole.blend(iaasFixed.div(iaasRevenue), iaasRevenue.compare(GT, iaasFixed)));
        p.set(Metric.PV_TAAS_REVENUE, i, taasRevenue);
        p.set(Metric.PV_IAAS_REVENUE, i, iaasRevenue);
    }

    /// Running results of one contract.
    private final class Contract {
        private final Quantity revenue;
        private final Quantity ebit;
        private final Quantity margin;
        private final double[] npv = new double[Tile.PATHS];
        private final double[] pvRevenue = new double[Tile.PATHS];
        private final double[] before1 = new double[Tile.PATHS];
        private final double[] before2 = new double[Tile.PATHS];
        private final double[] before3 = new double[Tile.PATHS];
        private final double[] lowestYear = new double[Tile.PATHS];
        private final double[] firstLoss = new double[Tile.PATHS];
        private final double[] lowestMargin = new double[Tile.PATHS];
        private final double[] belowHurdle = new double[Tile.PATHS];

        Contract(Quantity revenue, Quantity ebit, Quantity margin) {
            this.revenue = revenue;
            this.ebit = ebit;
            this.margin = margin;
        }

        void open(int t) {
            Arrays.fill(npv, 0);
            Arrays.fill(pvRevenue, 0);
            Arrays.fill(lowestYear, Double.POSITIVE_INFINITY);
            Arrays.fill(firstLoss, quarters + 1.0);
            Arrays.fill(lowestMargin, Double.POSITIVE_INFINITY);
            Arrays.fill(belowHurdle, 0);
        }

        private void quarter(int t) {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                quarter(t, i);
            }
        }

        private void margins(int t) {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                margin(p.at(revenue, i), p.at(ebit, i), i);
            }
        }

        private void quarter(int t, int i) {
            DoubleVector now = load(discount, i);
            DoubleVector income = p.at(revenue, i);
            DoubleVector result = p.at(ebit, i);
            addTo(npv, now.mul(result), i);
            addTo(pvRevenue, now.mul(income), i);
            if (t >= 4) {
                DoubleVector year = load(before3, i).add(load(before2, i)).add(load(before1, i)).add(result);
                smaller(load(lowestYear, i), year).intoArray(lowestYear, i);
            }
            load(before2, i).intoArray(before3, i);
            load(before1, i).intoArray(before2, i);
            result.intoArray(before1, i);
            DoubleVector first = load(firstLoss, i);
            VectorMask<Double> firstNow = result.compare(LT, ZERO).and(first.compare(EQ, quarters + 1.0));
            first.blend(t, firstNow).intoArray(firstLoss, i);
        }

        private void margin(DoubleVector income, DoubleVector result, int i) {
            DoubleVector rent = p.at(Quantity.BUSINESS_MW, i).mul(p.at(Quantity.LEASE_PRICE, i));
            VectorMask<Double> counted = income.compare(GT, all(COUNTED_REVENUE).mul(rent));
            DoubleVector value = result.div(income);
            p.set(margin, i, NONE.blend(value, counted));
            DoubleVector lowest = load(lowestMargin, i);
            lowest.blend(smaller(lowest, value), counted).intoArray(lowestMargin, i);
            DoubleVector below = load(belowHurdle, i);
            VectorMask<Double> belowNow = value.compare(LT, p.of(HURDLE_EBIT_MARGIN, i)).and(counted);
            below.blend(below.add(ONE), belowNow).intoArray(belowHurdle, i);
        }

        void addMetricsTo(List<Stage> stages, Metric trailing, Metric loss, Metric lowest, Metric hurdle) {
            double[] year = p.metric(trailing.ordinal());
            if (quarters < 4) {
                stages.add(_ -> Arrays.fill(year, Double.NaN));
            } else {
                stages.add(copy(lowestYear, year));
            }
            stages.add(copy(firstLoss, p.metric(loss.ordinal())));
            stages.add(_ -> lowest(p.metric(lowest.ordinal())));
            stages.add(copy(belowHurdle, p.metric(hurdle.ordinal())));
        }

        private void lowest(double[] to) {
            for (int i = 0; i < Tile.PATHS; i += Lanes.COUNT) {
                DoubleVector least = load(lowestMargin, i);
                least.blend(Double.NaN, least.compare(EQ, Double.POSITIVE_INFINITY)).intoArray(to, i);
            }
        }

        private static Stage copy(double[] from, double[] to) {
            return _ -> System.arraycopy(from, 0, to, 0, Tile.PATHS);
        }
    }
}
