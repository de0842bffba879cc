package io.tailrace.cli;

import io.tailrace.analysis.Study;
import io.tailrace.analysis.Waterfall;
import io.tailrace.engine.Extent;
import io.tailrace.report.WaterfallText;
import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `diff`: why two results differ.
@Command(
        name = "diff",
        description = {
            "Explains the change between two results as a waterfall over the assumptions that changed, all on the same",
            "paths: each change's effect is its average over all orders of making the changes, so they add up."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace diff results/last-month results/this-month",
            "  tailrace diff configs/azure.yaml configs/aws-bedrock.yaml --format json"
        })
final class DiffCommand implements Callable<Integer> {
    /// Enough for effects to be known to a few per cent of the spread, few enough for a hundred scenarios.
    private static final int PATHS = 1 << 16;

    @ParentCommand private Main main;

    @Parameters(index = "0", paramLabel = "FROM", description = "Result folder, or scenario file.") private Path from;

    @Parameters(index = "1", paramLabel = "TO", description = "Result folder, or scenario file.") private Path to;

    @Mixin private RunSize size;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "table",
            description = "table or json; a table by default.") private Format format;

    /// How the waterfall is printed.
    enum Format { TABLE, JSON }

    @Override
    public Integer call() {
        Extent asked = size.checked();
        LoadedScenario before = scenario(from);
        LoadedScenario after = scenario(to);
        var console = new Console(main.terminal(), false);
        Waterfall waterfall = waterfall(before, after, asked, console);
        console.print(format == Format.JSON
                ? WaterfallText.json(waterfall, new WaterfallText.Side(from.toString(), before.sha256()),
                        new WaterfallText.Side(to.toString(), after.sha256()))
                : WaterfallText.lines(waterfall, from.toString(), to.toString()));
        return 0;
    }

    /// Runs what is needed, as large as asked.
    static Waterfall waterfall(
            LoadedScenario before, LoadedScenario after, Extent asked, Console console) {
        Study.Size wanted = AnalysisOptions.size(
                asked.seed().orElse(before.scenario().run().seed()),
                asked.paths().orElse(PATHS),
                asked.paths().isPresent(),
                asked.threadsOrAll(),
                columns(before, after));
        try (RunProgress progress = console.progress()) {
            return Waterfall.of(before, after, wanted, progress);
        }
    }

    /// Kept at once: each group's effect on each measure, and one run.
    private static int columns(LoadedScenario before, LoadedScenario after) {
        return (Waterfall.groups(before, after) + 2) * Waterfall.MEASURES.size();
    }

    private static LoadedScenario scenario(Path path) {
        return Files.isDirectory(path)
                ? StoredRun.at(path).loaded()
                : Study.loader().load(path, List.of(), List.of(), ScenarioLoader.Options.STRICT);
    }
}
