package io.tailrace.cli;

import io.tailrace.scenario.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Spec;

/// `schema`: the JSON Schema of scenario files, for editors.
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a scenario; editors complete and check scenario files with it.",
        mixinStandardHelpOptions = true)
final class SchemaCommand implements Callable<Integer> {
    @Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ScenarioSchema.json());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
