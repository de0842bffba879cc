package io.tailrace.report;

import io.tailrace.engine.OpeningState;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The model's opening quarter with point values: the first thing to hold against the provider's own figures.
public final class OpeningTable {
    private static final List<Quantity> TAAS = List.of(
            Quantity.BUSINESS_MW,
            Quantity.UTILISATION,
            Quantity.GROSS_SALES,
            Quantity.TAAS_REVENUE,
            Quantity.TAAS_EBIT,
            Quantity.TAAS_MARGIN,
            Quantity.TAKE_PER_MW_YEAR,
            Quantity.TRAINIUM_SHARE);
    private static final List<Quantity> IAAS = List.of(
            Quantity.IAAS_REVENUE, Quantity.IAAS_EBIT, Quantity.IAAS_MARGIN);
    private static final List<Quantity> PROVIDER = List.of(
            Quantity.AI_REVENUE,
            Quantity.PROVIDER_REVENUE,
            Quantity.PROVIDER_MARGIN,
            Quantity.AI_SHARE,
            Quantity.TAAS_SHARE_OF_AI);

    private OpeningTable() {}

    public static List<String> lines(Plan plan) {
        var opening = new OpeningState(plan);
        var lines = new ArrayList<String>();
        lines.add("Opening quarter " + plan.label(0) + ", every parameter at its point value:");
        if (plan.sellsTokens()) {
            TAAS.forEach(quantity -> lines.add(line(quantity, opening)));
        }
        IAAS.forEach(quantity -> lines.add(line(quantity, opening)));
        PROVIDER.forEach(quantity -> lines.add(line(quantity, opening)));
        return lines;
    }

    private static String line(Quantity quantity, OpeningState opening) {
        return String.format(
                Locale.ROOT,
                "  %-20s %s%s",
                Figure.of(opening.of(quantity), quantity.unit()).value() + Figure.suffix(quantity.unit()),
                quantity.meaning(),
                " (" + quantity.key() + ")");
    }
}
