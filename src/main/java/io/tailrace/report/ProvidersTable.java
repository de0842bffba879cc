package io.tailrace.report;

import io.tailrace.analysis.HeadlineNumbers;
import io.tailrace.analysis.HeadlineNumbers.Npv;
import io.tailrace.analysis.MixSwap;
import io.tailrace.analysis.Providers;
import io.tailrace.analysis.Unfit;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// Providers side by side: where they start, what either contract is worth, and what another's mix would do.
final class ProvidersTable {
    private ProvidersTable() {}

    static List<String> lines(Providers providers) {
        var lines = new ArrayList<String>();
        lines.addAll(opening(providers).lines());
        lines.addAll(npv(providers, "NPV of TaaS, $B", HeadlineNumbers::taasMillion));
        lines.addAll(npv(providers, "NPV of IaaS, $B", HeadlineNumbers::iaasMillion));
        lines.addAll(npv(providers, "TaaS − IaaS, paired, $B", HeadlineNumbers::differenceMillion));
        lines.addAll(term(providers).lines());
        if (providers.providers().stream().anyMatch(row -> !row.sellsTokens())) {
            lines.add("  * sells no tokens: what TaaS would be on the MW of its master lease, on Bedrock's terms.");
        }
        if (!providers.swaps().isEmpty()) {
            lines.addAll(swaps(providers).lines());
            lines.addAll(Sentences.wrapped("The mix of another: MW that sell tokens, and the tokens demanded, times a"
                    + " factor that makes TaaS the other's share of AI revenue in the opening quarter; the other MW are"
                    + " leased."));
        }
        lines.add(String.format(
                Locale.ROOT, "  Each on the same %,d paths; the opening quarter is computed.", providers.paths()));
        for (Unfit unfit : providers.unfit()) {
            lines.addAll(Sentences.wrapped(unfit.file() + " is left out: " + unfit.reason()));
        }
        return lines;
    }

    private static Grid opening(Providers providers) {
        var grid = new Grid("opening quarter", "revenue, $B", "AI, %", "TaaS of AI, %", "EBIT margin, %", "of TaaS, %",
                "of IaaS, %");
        for (Providers.Row row : providers.providers()) {
            var opening = row.opening();
            grid.row(name(row), Figure.billions(Estimate.exact(opening.revenueMillion())),
                    percent(opening.aiShareOfRevenue()), percent(opening.taasShareOfAi()),
                    percent(opening.providerMargin()), percent(opening.taasMargin()), percent(opening.iaasMargin()));
        }
        return grid;
    }

    private static List<String> npv(Providers providers, String title, Function<HeadlineNumbers, Npv> contract) {
        var grid = new Grid(title, "mean", "P5", "CVaR95");
        for (Providers.Row row : providers.providers()) {
            Npv npv = contract.apply(row.npv());
            grid.row(name(row), Figure.billions(npv.mean()), Figure.billions(npv.p5()), Figure.billions(npv.cvar95()));
        }
        return grid.lines();
    }

    private static Grid term(Providers providers) {
        var grid = new Grid("over the term, %", "P(TaaS < IaaS)", "margin of TaaS", "margin of IaaS",
                "provider's, last quarter");
        for (Providers.Row row : providers.providers()) {
            grid.row(name(row), Figure.percent(row.npv().probabilityTaasBelowIaas()), Figure.percent(row.taasMargin()),
                    Figure.percent(row.iaasMargin()), Figure.percent(row.providerMarginAtEnd()));
        }
        return grid;
    }

    private static Grid swaps(Providers providers) {
        var header = new ArrayList<String>(List.of("swap test: EBIT margin, change in points", "TaaS of AI, %",
                "opening"));
        for (MixSwap.Margin margin : providers.swaps().getFirst().margins()) {
            header.add(margin.quarter());
        }
        var grid = new Grid(header.toArray(String[]::new));
        for (MixSwap swap : providers.swaps()) {
            var cells = new ArrayList<Figure>();
            cells.add(new Figure(percent(swap.taasShareOfAi().before()).value() + " to "
                    + percent(swap.taasShareOfAi().after()).value(), ""));
            cells.add(percent(swap.openingMargin().change()));
            swap.margins().stream().limit(header.size() - 3L).forEach(margin -> cells.add(
                    Figure.percent(margin.change())));
            if (cells.size() == header.size() - 1) {
                grid.row("  " + swap.provider() + " with the mix of " + swap.mixOf(), cells.toArray(Figure[]::new));
            }
        }
        return grid;
    }

    private static String name(Providers.Row row) {
        return "  " + row.provider() + (row.sellsTokens() ? "" : " *");
    }

    private static Figure percent(double share) {
        return Figure.percent(Estimate.exact(share));
    }
}
