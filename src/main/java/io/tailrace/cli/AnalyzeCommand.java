package io.tailrace.cli;

import io.tailrace.analysis.AnalysisKind;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `analyze`: what follows from a scenario for a decision.
@Command(
        name = "analyze",
        description = {
            "Analyses a result, or runs a scenario and analyses it: contracts, break-even, stresses and more.",
            "The analyses of a result are written into it, in the folder analyses."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace analyze --list",
            "  tailrace analyze results/aws-bedrock contracts",
            "  tailrace analyze configs/azure.yaml contracts --paths 1e5 --out results/azure"
        })
final class AnalyzeCommand extends AnalysingCommand {
    @Parameters(index = "1..*", arity = "0..*", paramLabel = "NAME",
            description = "Analyses by name; all by default.") private List<String> names = List.of();

    @Option(names = "--list", description = "Name all analyses, one line each.") private boolean list;

    @Override
    public Integer call() {
        if (list) {
            console().print(list());
            return 0;
        }
        return analyse(AnalysisOptions.kinds(names));
    }

    private static List<String> list() {
        var lines = new ArrayList<String>();
        for (AnalysisKind kind : AnalysisKind.values()) {
            lines.add(String.format("%-16s%s", kind.key(), kind.question()));
        }
        return lines;
    }
}
