package io.tailrace.plan;

import io.tailrace.scenario.Distribution;
import io.tailrace.scenario.Input;
import io.tailrace.scenario.Scenario;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Compiles a valid scenario into a plan.
public final class PlanCompiler {
    private PlanCompiler() {}

    /// The plan of a scenario that the loader has found valid.
    public static Plan compile(Scenario s) {
        List<String> regimes = s.regimes().states().stream().map(Scenario.Regime::name).toList();
        List<Boolean> reference = s.regimes().states().stream().map(Scenario.Regime::reference).toList();
        return new Plan(
                s.name(),
                s.openingQuarter(),
                s.quarters(),
                parameters(s),
                regimes.indexOf(s.regimes().opening()),
                reference.indexOf(true),
                cumulative(s.regimes().transition()),
                copula(s.shocks()),
                projects(s.capacity()),
                s.mixShares().stream().mapToDouble(w -> w).toArray(),
                s.demand().openingGrowth().isPresent(),
                s.jumps().flatMap(Scenario.Jumps::normal).isPresent(),
                s.capacity().gpuTokensTrillionPerMwQuarter().isPresent(),
                s.costs().gpuDepreciationMillionPerMwQuarter().isPresent(),
                s.provider().baseGrossMargin().isPresent(),
                s.provider().otherAiGrossMargin().isPresent(),
                s.tokenService().tiers().map(Scenario.Tiers::perMw).orElse(false),
                s.provider().sellsTokens(),
                s.demand().temporaryLoss().map(Scenario.TemporaryLoss::fromQuarter).orElse(0),
                s.demand().temporaryLoss().map(Scenario.TemporaryLoss::quarters).orElse(0),
                s.lease().forcedDefaultQuarter().orElse(0),
                history(s, Scenario.GrossProfitQuarter::tokenServiceMillion),
                history(s, Scenario.GrossProfitQuarter::providerMillion),
                recorded(s));
    }

    private static Parameters parameters(Scenario scenario) {
        int[] offset = new int[Parameter.values().length];
        int[] count = new int[offset.length];
        var keys = new ArrayList<String>();
        var slots = new ArrayList<Input>();
        var points = new ArrayList<Double>();
        for (Parameter parameter : Parameter.values()) {
            List<Optional<Input>> inputs = inputs(scenario, parameter.key().split("\\."), 0);
            offset[parameter.ordinal()] = slots.size();
            count[parameter.ordinal()] = inputs.size();
            for (int i = 0; i < inputs.size(); i++) {
                keys.add(parameter.key(i));
                slots.add(inputs.get(i).orElse(Input.of(parameter.absent())));
                points.add(inputs.get(i).map(PointValue::of).orElse(parameter.absent()));
            }
        }
        return new Parameters(
                offset,
                count,
                List.copyOf(keys),
                slots.parallelStream().map(input -> Curves.of(input.distribution())).toList(),
                points.stream().mapToDouble(p -> p).toArray());
    }

    /// The inputs at a key path; a list's items in order, an absent scalar as one empty.
    private static List<Optional<Input>> inputs(Object node, String[] path, int depth) {
        return switch (node) {
            case Input input -> List.of(Optional.of(input));
            case Optional<?> optional when optional.isEmpty() ->
                Arrays.stream(path).skip(depth - 1L).anyMatch(key -> key.endsWith("[]"))
                        ? List.of()
                        : List.of(Optional.empty());
            case Optional<?> optional -> inputs(optional.get(), path, depth);
            case List<?> list ->
                list.stream().flatMap(item -> inputs(item, path, depth).stream()).toList();
            case Record section -> inputs(component(section, path[depth].replace("[]", "")), path, depth + 1);
            default -> throw new IllegalStateException(String.join(".", path) + " leads to " + node);
        };
    }

    private static Object component(Record section, String name) {
        for (RecordComponent component : section.getClass().getRecordComponents()) {
            if (component.getName().equals(name)) {
                try {
                    return component.getAccessor().invoke(section);
                } catch (ReflectiveOperationException e) {
                    throw new IllegalStateException(name, e);
                }
            }
        }
        throw new IllegalStateException(section.getClass().getSimpleName() + " has no component " + name);
    }

    private static double[][] cumulative(List<List<Double>> transition) {
        int n = transition.size();
        double[][] cumulative = new double[n][n];
        for (int from = 0; from < n; from++) {
            double sum = 0;
            for (int to = 0; to < n; to++) {
                sum += transition.get(from).get(to);
                cumulative[from][to] = sum;
            }
            cumulative[from][n - 1] = 1;
        }
        return cumulative;
    }

    private static Copula copula(Scenario.Shocks shocks) {
        double[][] cholesky = Cholesky.lowerTriangle(correlation(shocks.correlation()));
        return shocks.degreesOfFreedom()
                .<Copula>map(dof -> new Copula.StudentT(
                        cholesky, dof, Curves.studentScale(dof), Curves.studentToNormal(dof)))
                .orElse(new Copula.Gaussian(cholesky));
    }

    private static double[][] correlation(Map<String, Map<String, Double>> pairs) {
        double[][] matrix = new double[Factor.COUNT][Factor.COUNT];
        for (int i = 0; i < Factor.COUNT; i++) {
            matrix[i][i] = 1;
        }
        pairs.forEach((a, row) -> row.forEach((b, value) -> {
            int i = Factor.of(a).orElseThrow().ordinal();
            int j = Factor.of(b).orElseThrow().ordinal();
            matrix[i][j] = value;
            matrix[j][i] = value;
        }));
        return matrix;
    }

    private static List<ProjectPlan> projects(Scenario.Capacity capacity) {
        var projects = new ArrayList<ProjectPlan>();
        List<Scenario.Project> entries = capacity.projects();
        for (int entry = 0; entry < entries.size(); entry++) {
            Scenario.Project project = entries.get(entry);
            Distribution delay = capacity.delayQuarters().orElse(project.delayQuarters()).distribution();
            Curve curve = Curves.of(delay);
            for (double planned : project.plannedQuarters()) {
                projects.add(new ProjectPlan(entry, planned, project.businessShare().isPresent(), curve));
            }
        }
        return List.copyOf(projects);
    }

    private static double[] history(
            Scenario s, java.util.function.ToDoubleFunction<Scenario.GrossProfitQuarter> line) {
        return s.provider().history().stream().mapToDouble(line).toArray();
    }

    /// The chosen quantities, all if none is named, and those that the back-test needs.
    private static List<Quantity> recorded(Scenario s) {
        List<String> chosen = s.outputs().quarterly();
        List<String> needed = s.backTest().stream()
                .flatMap(row -> row.quantity().stream())
                .toList();
        return Arrays.stream(Quantity.values())
                .filter(q -> chosen.isEmpty() || chosen.contains(q.key()) || needed.contains(q.key()))
                .toList();
    }
}
