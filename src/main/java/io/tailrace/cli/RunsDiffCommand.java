package io.tailrace.cli;

import io.tailrace.catalogue.Catalogue;
import io.tailrace.catalogue.Entry;
import io.tailrace.catalogue.Entry.HeadlineNumber;
import io.tailrace.report.Figure;
import io.tailrace.report.Grid;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `runs diff`: two runs side by side, from the catalogue alone. Why they differ is for `diff` to say.
@Command(name = "diff", description = "Two runs side by side: what they were made from, and their headline numbers.",
        mixinStandardHelpOptions = true, versionProvider = VersionText.class, sortOptions = false)
final class RunsDiffCommand implements Callable<Integer> {
    @ParentCommand private RunsCommand runs;

    @Mixin private RunsOptions options;

    @Parameters(index = "0", paramLabel = "FROM", description = "A run, as for show.") private String from;

    @Parameters(index = "1", paramLabel = "TO", description = "Another one.") private String to;

    @Override
    public Integer call() {
        Catalogue catalogue = options.catalogue();
        Entry before = options.one(catalogue, from);
        Entry after = options.one(catalogue, to);
        Console console = runs.console();
        var facts = new Grid("", before.folder(), after.folder());
        Map<String, String> first = RunsTable.facts(before);
        Map<String, String> second = RunsTable.facts(after);
        var names = new LinkedHashSet<>(first.keySet());
        names.addAll(second.keySet());
        names.removeIf(name -> first.getOrDefault(name, "").equals(second.getOrDefault(name, "")));
        names.forEach(name -> facts.row(name, new Figure(first.getOrDefault(name, ""), ""),
                new Figure(second.getOrDefault(name, ""), "")));
        console.print(facts.lines());
        console.print("");
        if (!before.summarySha256().isEmpty() && before.summarySha256().equals(after.summarySha256())) {
            console.print("Their summaries are equal, byte for byte.");
            return 0;
        }
        numbers(before, after, console);
        return 0;
    }

    private void numbers(Entry before, Entry after, Console console) {
        if (before.headline().isEmpty() || after.headline().isEmpty()) {
            console.print("One of them has no result.");
            return;
        }
        var numbers = new Grid("with its 95 % interval", before.folder(), after.folder());
        for (int i = 0; i < before.headline().size(); i++) {
            HeadlineNumber number = before.headline().get(i);
            numbers.row(RunsTable.label(number), RunsTable.figure(number), RunsTable.figure(after.headline().get(i)));
        }
        console.print(numbers.lines());
        console.print("Why they differ, on the same paths: tailrace diff " + from + " " + to);
    }
}
