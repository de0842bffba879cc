package io.tailrace.analysis;

import io.tailrace.plan.Copula;
import io.tailrace.plan.Factor;
import io.tailrace.plan.Plan;
import io.tailrace.random.Draw;
import io.tailrace.random.DrawAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Something that chance decides on a path, of which one may ask how much it matters.
///
/// A shock's draws of all quarters are one driver, and so are all projects' delays. The shock of the provider's other
/// revenue is none: no contract depends on it.
///
/// @param key of a parameter, its key in the scenario; else the name of a shock or event
/// @param addresses where its draws stand
public record Driver(String key, Kind kind, Set<DrawAddress> addresses) {
    public enum Kind {
        /// Uncertain in the scenario, drawn once per path; learning more can settle it.
        PARAMETER,
        /// Of the projects: their common and their own part.
        DELAYS,
        /// A factor's normals of every quarter, possibly correlated with other factors'.
        SHOCK,
        /// What is drawn in every quarter to decide whether something happens.
        EVENT
    }

    static List<Driver> of(Plan plan) {
        var drivers = new ArrayList<Driver>();
        for (int slot : plan.parameters().drawn()) {
            String key = plan.parameters().keys().get(slot);
            drivers.add(new Driver(key, Kind.PARAMETER, Set.of(DrawAddress.ofParameter(key))));
        }
        if (!plan.projects().isEmpty()) {
            drivers.add(new Driver("delays", Kind.DELAYS, delays(plan.projects().size())));
        }
        for (Factor factor : factors()) {
            drivers.add(new Driver(factor.key(), Kind.SHOCK, Set.of(DrawAddress.of(Draw.valueOf(factor.name())))));
        }
        if (plan.regimes() > 1) {
            drivers.add(event("regimes", Draw.REGIME));
        }
        drivers.add(event("jumps", Draw.JUMP, Draw.JUMP_SIZE));
        drivers.add(event("default", Draw.DEFAULT));
        drivers.add(event("renegotiation", Draw.RENEGOTIATION));
        if (plan.copula() instanceof Copula.StudentT) {
            drivers.add(event("common scale of shocks", Draw.COPULA_CHI_SQUARE));
        }
        return List.copyOf(drivers);
    }

    /// The factors that contracts depend on.
    static List<Factor> factors() {
        return Arrays.stream(Factor.values()).filter(factor -> factor != Factor.BASE).toList();
    }

    static Set<DrawAddress> addresses(List<Driver> drivers) {
        var all = new HashSet<DrawAddress>();
        drivers.forEach(driver -> all.addAll(driver.addresses));
        return all;
    }

    /// Of a shock.
    Optional<Factor> factor() {
        return factors().stream()
                .filter(factor -> kind == Kind.SHOCK && factor.key().equals(key))
                .findFirst();
    }

    /// Whether another driver's draws say something about it.
    boolean isCorrelated(Plan plan) {
        return factor().stream()
                .anyMatch(own -> factors().stream()
                        .anyMatch(other -> own != other && plan.copula().correlation(own, other) != 0));
    }

    private static Driver event(String name, Draw... draws) {
        var addresses = new HashSet<DrawAddress>();
        for (Draw draw : draws) {
            addresses.add(DrawAddress.of(draw));
        }
        return new Driver(name, Kind.EVENT, Set.copyOf(addresses));
    }

    private static Set<DrawAddress> delays(int projects) {
        var addresses = new HashSet<DrawAddress>();
        addresses.add(DrawAddress.COMMON_DELAY);
        for (int project = 0; project < projects; project++) {
            addresses.add(DrawAddress.ofProject(project));
        }
        return Set.copyOf(addresses);
    }
}
