package io.tailrace.cli;

import io.tailrace.catalogue.Entry;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// `runs list`.
@Command(name = "list", description = "Lists runs, the oldest first.", mixinStandardHelpOptions = true,
        versionProvider = VersionText.class, sortOptions = false)
final class RunsListCommand implements Callable<Integer> {
    @ParentCommand private RunsCommand runs;

    @Mixin private RunsOptions options;

    @Mixin private RunFilter filter;

    @Option(names = "--format", paramLabel = "FORMAT",
            description = "table or json; table by default.") private Format format = Format.table;

    /// How it is written.
    enum Format {
        table, json
    }

    @Override
    public Integer call() {
        List<Entry> entries = filter.of(options.entries(options.catalogue()), Instant.now());
        if (format == Format.json) {
            runs.terminal().out().println(JsonMapper.builder()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .build()
                    .writeValueAsString(entries.stream().map(RunsTable::json).toList()));
        } else if (entries.isEmpty()) {
            runs.console().print("No such run.");
        } else {
            runs.console().print(RunsTable.lines(entries));
        }
        return 0;
    }
}
