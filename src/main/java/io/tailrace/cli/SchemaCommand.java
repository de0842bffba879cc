package io.tailrace.cli;

import io.tailrace.scenario.ScenarioSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/// `schema`: the JSON Schema of scenario files, for editors.
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a scenario; editors complete and check scenario files with it.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        footerHeading = "%nExamples:%n",
        footer = {"  tailrace schema > configs/scenario.schema.json",
            "  tailrace schema --batch > configs/batch.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    @ParentCommand private Main main;

    @Option(names = "--batch", description = "That of batch files instead.") private boolean batch;

    @Override
    public Integer call() {
        main.terminal().out().print(batch ? ScenarioSchema.batchJson() : ScenarioSchema.json());
        main.terminal().out().flush();
        return 0;
    }
}
