package io.tailrace.cli;

import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.CatalogueException;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/// `runs reindex`: the catalogue again, from the folders.
@Command(name = "reindex",
        description = {"Makes the catalogue again from the folders of results and unfinished runs.",
            "A broken one is moved aside."},
        mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false)
final class RunsReindexCommand implements Callable<Integer> {
    @ParentCommand private RunsCommand runs;

    @Mixin private RunsOptions options;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        try {
            int count = catalogue.reindex();
            runs.console().print(String.format(Locale.ROOT, "%,d %s in the catalogue of %s.", count,
                    count == 1 ? "run" : "runs", catalogue.results()));
            RunsPage.refresh(catalogue, runs.console());
        } catch (CatalogueException e) {
            throw new UserException(e.getMessage());
        }
        return 0;
    }
}
