package io.tailrace.scenario;

import io.tailrace.scenario.LoadedScenario.StressInfo;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// From files to a sound [Scenario], or every mistake at once.
///
/// Order of precedence, lowest first: what a file extends, the file, the stress overlays in order, `--set`.
public final class ScenarioLoader {
    static final Location LIMIT_OPTION = new Location("--limit", 0);

    private final Set<String> quantities;
    private final Set<String> metrics;
    private final Set<String> analyses;

    /// @param quantities names of the quarterly quantities that outputs and back-test may name
    /// @param metrics names of the path metrics that the back-test may name
    /// @param analyses names of the analyses that a scenario may ask for
    public ScenarioLoader(Set<String> quantities, Set<String> metrics, Set<String> analyses) {
        this.quantities = Set.copyOf(quantities);
        this.metrics = Set.copyOf(metrics);
        this.analyses = Set.copyOf(analyses);
    }

    /// @param repairCorrelation take the nearest correlation matrix where the given one is not positive semi-definite
    /// @param sources what is asked of the source of every assumption; nothing if empty
    /// @param limits added to those of the scenario
    public record Options(boolean repairCorrelation, Optional<SourceRule> sources, List<String> limits) {
        public static final Options STRICT = new Options(false);

        public Options(boolean repairCorrelation, Optional<SourceRule> sources) {
            this(repairCorrelation, sources, List.of());
        }

        public Options(boolean repairCorrelation) {
            this(repairCorrelation, Optional.empty());
        }
    }

    /// @throws InvalidScenarioException listing all problems
    public LoadedScenario load(Path file, List<Path> stress, List<String> sets, Options options) {
        return load(sources -> ScenarioFiles.readExtended(file, sources), stress, sets, options);
    }

    /// A scenario from text; `name` stands in error messages, and files are sought relative to it.
    ///
    /// @throws InvalidScenarioException listing all problems
    public LoadedScenario parse(String text, String name, List<String> sets, Options options) {
        return parse(text, name, List.of(), sets, options);
    }

    /// The same with stress overlays laid over the text.
    ///
    /// @throws InvalidScenarioException listing all problems
    public LoadedScenario parse(
            String text, String name, List<Path> stress, List<String> sets, Options options) {
        return load(sources -> ScenarioFiles.readExtended(text, name, sources), stress, sets, options);
    }

    private LoadedScenario load(
            Function<Sources, Node.Mapping> scenario, List<Path> stress, List<String> sets, Options options) {
        var problems = new Problems();
        var sources = new Sources();
        var read = problems.attempt(() -> scenario.apply(sources));
        var overlays = stress.stream()
                .flatMap(file -> problems.attempt(() -> Overlay.read(file, sources)).stream())
                .toList();
        problems.throwIfAny();
        var merged = read.orElseThrow();
        for (var overlay : overlays) {
            merged = (Node.Mapping) MergePatch.apply(merged, overlay.patch());
        }
        for (var set : sets) {
            var below = merged;
            merged = problems.attempt(() -> KeyPath.set(below, set)).orElse(below);
        }
        sources.addCommandLine(merged);
        return finish(limited(merged, options.limits()), sources, overlays.stream().map(Overlay::info).toList(),
                problems, options);
    }

    private static Node.Mapping limited(Node.Mapping scenario, List<String> limits) {
        if (limits.isEmpty()) {
            return scenario;
        }
        var items = new ArrayList<Node>();
        if (scenario.get("limits").orElse(null) instanceof Node.Sequence own) {
            items.addAll(own.items());
        }
        limits.forEach(text -> items.add(new Node.Scalar(LIMIT_OPTION, text, Node.Scalar.Kind.TEXT)));
        return scenario.with("limits", new Node.Sequence(LIMIT_OPTION, items));
    }

    private LoadedScenario finish(
            Node.Mapping merged, Sources sources, List<StressInfo> stresses, Problems problems, Options options) {
        var notices = new ArrayList<String>();
        var root = options.repairCorrelation() ? CorrelationRepair.apply(merged, notices) : merged;
        var register = new ArrayList<RegisterEntry>();
        var bound = new BoundScenario(problems);
        var scenario = new Binder(problems, bound, sources, register).bind(Scenario.class, root);
        new SectionRules(bound).check();
        new RegimeRules(bound).check();
        new ShockRules(bound).check();
        new BackTestRules(bound, quantities, metrics).check();
        new PrecisionRules(bound, metrics).check();
        new AnalysisRules(bound, analyses).check();
        new LimitRules(bound, quantities, metrics).check();
        new TailRules(bound, metrics).check();
        options.sources().ifPresent(rule -> rule.check(register, problems));
        problems.throwIfAny();
        var canonicalText = CanonicalJson.write(scenario.orElseThrow());
        return new LoadedScenario(
                scenario.get(), canonicalText, sha256(canonicalText), stresses, List.copyOf(register),
                List.copyOf(notices));
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every JDK has SHA-256", missing);
        }
    }
}
