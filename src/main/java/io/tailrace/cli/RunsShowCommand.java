package io.tailrace.cli;

import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.Entry;
import io.tailrace.catalogue.Entry.HeadlineNumber;
import io.tailrace.report.Figure;
import io.tailrace.report.Grid;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `runs show`.
@Command(name = "show", description = "Shows what one run was made from, by what, and its headline numbers.",
        mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false)
final class RunsShowCommand implements Callable<Integer> {
    @ParentCommand private RunsCommand runs;

    @Mixin private RunsOptions options;

    @Parameters(index = "0", paramLabel = "RUN",
            description = "Folder of the run, or a part of its name that no other has.") private String run;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Entry entry = options.one(catalogue, run);
        Console console = runs.console();
        console.print(catalogue.folder(entry).toString());
        var facts = new Grid("", "");
        RunsTable.facts(entry).forEach((name, text) -> facts.row(name, new Figure(text, "")));
        console.print(facts.lines().subList(1, facts.lines().size()));
        if (!entry.headline().isEmpty()) {
            var numbers = new Grid("headline number", "with its 95 % interval");
            for (HeadlineNumber number : entry.headline()) {
                numbers.row(RunsTable.label(number), RunsTable.figure(number));
            }
            console.print("");
            console.print(numbers.lines());
        }
        return 0;
    }
}
