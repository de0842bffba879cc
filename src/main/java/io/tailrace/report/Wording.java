package io.tailrace.report;

import io.tailrace.analysis.Criterion;
import io.tailrace.analysis.Driver;
import io.tailrace.plan.Metric;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;

/// Names and lists as the tables of analyses print them.
final class Wording {
    private static final int WIDTH = 118;

    private Wording() {}

    /// Of an NPV, or of both contracts' difference.
    static String of(Metric outcome) {
        return switch (outcome) {
            case NPV_TAAS -> "TaaS";
            case NPV_IAAS -> "IaaS";
            case NPV_DIFFERENCE -> "TaaS − IaaS";
            default -> outcome.key();
        };
    }

    /// Of a driver: a parameter's key, `demand shock`, `tenant default`.
    static String of(String driver, Driver.Kind kind) {
        return switch (kind) {
            case SHOCK -> driver + " shock";
            case EVENT -> driver.equals("default") ? "tenant default" : driver;
            case PARAMETER, DELAYS -> driver;
        };
    }

    static String of(Criterion criterion) {
        return switch (criterion) {
            case MEAN -> "mean";
            case CVAR95 -> "CVaR95";
        };
    }

    /// Of an action, by the share of the MW that sells tokens.
    static String mix(double tokenShare) {
        if (tokenShare == 0 || tokenShare == 1) {
            return tokenShare == 1 ? "TaaS" : "IaaS";
        }
        return Figure.percent(Estimate.exact(tokenShare)).value() + " % TaaS";
    }

    /// Names one after the other, in as many lines as it takes; further lines begin below the first name.
    static List<String> list(String start, List<String> names) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder(start);
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i) + (i + 1 < names.size() ? "," : "");
            if (line.length() > start.length() && line.length() + 1 + name.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(" ".repeat(start.length()));
            }
            line.append(' ').append(name);
        }
        lines.add(line.toString());
        return lines;
    }
}
