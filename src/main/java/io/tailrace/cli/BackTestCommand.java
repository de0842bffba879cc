package io.tailrace.cli;

import io.tailrace.analysis.AnalysisKind;
import java.util.List;
import picocli.CommandLine.Command;

/// `backtest`: the analysis of that name, as a command because it is what one asks first of a model.
@Command(
        name = "backtest",
        description = {
            "Holds observed figures against what the model says of them: hits, PIT values, verdicts.",
            "The same as analyze with the name backtest; rows come from the scenario and are never tuned to."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace backtest results/aws-bedrock",
            "  tailrace backtest configs/azure.yaml --paths 1e5 --out results/azure"
        })
final class BackTestCommand extends AnalysingCommand {
    @Override
    public Integer call() {
        return analyse(List.of(AnalysisKind.BACK_TEST));
    }
}
