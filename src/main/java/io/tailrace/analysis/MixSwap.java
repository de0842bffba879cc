package io.tailrace.analysis;

import io.tailrace.engine.ColumnKey;
import io.tailrace.engine.OpeningState;
import io.tailrace.engine.PathValues;
import io.tailrace.plan.Parameter;
import io.tailrace.plan.Plan;
import io.tailrace.plan.Quantity;
import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A provider with another's mix: token sales made so large, or so small, that in the opening quarter they are the same
/// share of AI revenue as the other's.
///
/// The MW that sell tokens and the tokens demanded grow by one factor, so sales and margin per MW stay as they are; what
/// these MW leave or take is leased at the provider's own price. Capacity as a whole, and all else, stays.
///
/// @param provider scenario whose mix is changed
/// @param mixOf scenario whose mix it gets
/// @param factor on MW and tokens of the TaaS line
/// @param taasShareOfAi in the opening quarter, before and after
/// @param openingMargin EBIT margin of the whole provider in the opening quarter, before and after: computed
/// @param margins the same in later quarters, simulated
public record MixSwap(
        String provider,
        String mixOf,
        double factor,
        BeforeAfter taasShareOfAi,
        BeforeAfter openingMargin,
        List<Margin> margins) {

    public record BeforeAfter(double before, double after) {
        public double change() {
            return after - before;
        }
    }

    /// EBIT margin of the whole provider in one quarter, mean EBIT over mean revenue, and its paired change.
    public record Margin(String quarter, Estimate before, Estimate after, Estimate change) {}

    /// Empty where the provider has no TaaS line or could not have the mix with all its MW.
    static Optional<MixSwap> of(Study study, Plan provider, Plan other, int paths) {
        var opening = new OpeningState(provider);
        double factor = factor(opening, new OpeningState(other).of(Quantity.TAAS_SHARE_OF_AI));
        if (!provider.sellsTokens() || !(factor > 0) || !fits(provider, factor)) {
            return Optional.empty();
        }
        Plan swapped = scaled(provider, factor);
        var after = new OpeningState(swapped);
        return Optional.of(new MixSwap(
                provider.name(),
                other.name(),
                factor,
                beforeAfter(opening, after, Quantity.TAAS_SHARE_OF_AI),
                beforeAfter(opening, after, Quantity.PROVIDER_MARGIN),
                margins(study, provider, swapped, paths)));
    }

    /// With s the share wanted: factor · R = s (factor · R + (MW − factor · A) Λ), R the revenue of the TaaS line on A of
    /// the MW and Λ the rent.
    static double factor(OpeningState opening, double share) {
        double rent = opening.of(Quantity.LEASE_PRICE);
        double own = opening.of(Quantity.TAAS_REVENUE) * (1 - share);
        double displaced = share * opening.of(Quantity.BUSINESS_MW) * rent;
        return share * opening.of(Quantity.CAPACITY_MW) * rent / (own + displaced);
    }

    static Plan scaled(Plan provider, double factor) {
        return provider.times(Parameter.BUSINESS_SHARE, factor)
                .times(Parameter.PROJECT_BUSINESS_SHARE, factor)
                .times(Parameter.OPENING_TOKENS, factor);
    }

    /// Whether no more than all MW of any project would sell tokens.
    private static boolean fits(Plan provider, double factor) {
        int[] offset = provider.parameters().offset();
        return Stream.of(Parameter.BUSINESS_SHARE, Parameter.PROJECT_BUSINESS_SHARE)
                .flatMapToInt(parameter -> IntStream.range(0, provider.parameters().count(parameter))
                        .map(item -> offset[parameter.ordinal()] + item))
                .mapToDouble(slot -> provider.parameters().points()[slot])
                .noneMatch(share -> factor * share > 1);
    }

    private static BeforeAfter beforeAfter(OpeningState before, OpeningState after, Quantity quantity) {
        return new BeforeAfter(before.of(quantity), after.of(quantity));
    }

    private static List<Margin> margins(Study study, Plan provider, Plan swapped, int paths) {
        int[] quarters = IntStream.of(1, 4, provider.quarters())
                .filter(t -> t <= provider.quarters())
                .distinct()
                .toArray();
        ColumnKey[] keys = IntStream.of(quarters)
                .boxed()
                .flatMap(t -> Stream.of(
                        ColumnKey.of(Quantity.PROVIDER_EBIT, t), ColumnKey.of(Quantity.PROVIDER_REVENUE, t)))
                .toArray(ColumnKey[]::new);
        PathValues before = study.values(provider, paths, keys);
        PathValues after = study.values(swapped, paths, keys);
        var margins = new ArrayList<Margin>();
        for (int t : quarters) {
            Influence first = Providers.margin(before, t);
            Influence second = Providers.margin(after, t);
            margins.add(new Margin(
                    provider.label(t), first.estimate(), second.estimate(), second.minus(first).estimate()));
        }
        return List.copyOf(margins);
    }
}
