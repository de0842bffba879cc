package io.tailrace.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// A batch file as it is written: groups of runs.
public record BatchFile(
        @Field(doc = "Short name, for messages.") String name,
        @Field(doc = "What the batch is for.", preset = "''") String title,
        @Field(doc = "For overnight: worst (make the largest error as small as can be, counted in each run's own targets) or"
                + " sum (that of all errors).", preset = "worst") Objective objective,
        @Field(doc = "Groups of runs, done in this order.") List<Group> groups) {

    /// What overnight makes as small as it can, over the errors of all runs.
    public enum Objective { worst, sum }

    /// Every scenario under every stress with every setting and every seed, each a run with the group's own goal.
    ///
    /// Without `paths` and `precision` each scenario's own goal holds.
    public record Group(
            @Field(doc = "Scenario files, relative to this file.") List<String> scenarios,
            @Field(doc = "Stress overlays, relative to this file: a file, a folder of them, files joined by + that are"
                    + " laid over each other, or none for the scenario as it is; none if not given.") List<String> stresses,
            @Field(doc = "Keys to values, as --set takes them. Lists of values make a grid, every value with every"
                    + " other; the grids of the list follow one another.") List<Map<String, Values>> settings,
            @Field(doc = "Seeds; the scenario's own if not given.") List<Long> seeds,
            @Field(doc = "Number of paths of each run.", unit = "paths", in = "[1, 1e12]") Optional<Long> paths,
            @Field(doc = "Run until these hold, such as cvar95(npvTaas) within 0.5 %.") List<String> precision,
            @Field(doc = "What each result must keep to, beside the scenario's own limits: cvar95(npvTaas) >= 0 $B.") List<String> limits,
            @Field(doc = "With precision: end after so many paths in any case; 1e9 if not given.", unit = "paths",
                    in = "[1, 1e12]") Optional<Long> maxPaths,
            @Field(doc = "With precision: end after so long in any case, such as 30s, 10min, 2h.") Optional<String> maxTime,
            @Field(doc = "plain, sobol, latin-hypercube; the scenario's own if not given.") Optional<Scenario.Run.Sampling> sampling) {}

    /// One value of a key, or the values of a list, each as YAML text.
    public record Values(List<String> texts) {
        public Values {
            texts = List.copyOf(texts);
        }

        /// Whatever stands there: what it may be is for the scenario to say.
        static Values of(Node node) {
            return new Values(node instanceof Node.Sequence list
                    ? list.items().stream().map(Values::text).toList()
                    : List.of(text(node)));
        }

        private static String text(Node node) {
            return switch (node) {
                case Node.Mapping section -> section.entries().entrySet().stream()
                        .map(entry -> quoted(entry.getKey()) + ": " + text(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
                case Node.Sequence list ->
                    list.items().stream().map(Values::text).collect(Collectors.joining(", ", "[", "]"));
                case Node.Scalar(_, String plain, Node.Scalar.Kind kind) ->
                    kind == Node.Scalar.Kind.TEXT ? quoted(plain) : plain;
            };
        }

        /// Quoted where YAML would otherwise read something else.
        private static String quoted(String text) {
            boolean plain = text.matches("[A-Za-z][A-Za-z0-9_./-]*") && !text.matches("(?i)null|true|false|yes|no");
            return plain ? text : "'" + text.replace("'", "''") + "'";
        }
    }
}
