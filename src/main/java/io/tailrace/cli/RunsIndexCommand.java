package io.tailrace.cli;

import io.tailrace.catalogue.Catalogue;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `runs index`: a page of all runs.
@Command(name = "index",
        description = {
            "Writes index.html into the results folder: all runs with their headline numbers and links to their",
            "reports. It opens without network. Once it is there, every run in the folder keeps it up to date."},
        mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false)
final class RunsIndexCommand implements Callable<Integer> {
    @ParentCommand private RunsCommand runs;

    @Mixin private RunsOptions options;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        try {
            int count = RunsPage.write(catalogue, options.entries(catalogue));
            runs.console().print(count + (count == 1 ? " run" : " runs") + " in " + RunsPage.of(catalogue));
            return 0;
        } catch (IOException e) {
            throw new UserException(RunsPage.of(catalogue) + " cannot be written: " + e.getMessage());
        }
    }
}
