package io.tailrace.cli;

import io.tailrace.scenario.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParentCommand;

/// `schema`: the JSON Schema of scenario files, for editors.
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a scenario; editors complete and check scenario files with it.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footerHeading = "%nExample:%n",
        footer = "  tailrace schema > configs/scenario.schema.json")
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand private Main main;

    @Override
    public Integer call() {
        main.terminal().out().print(ScenarioSchema.json());
        main.terminal().out().flush();
        return 0;
    }
}
