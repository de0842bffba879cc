package io.tailrace.cli;

import io.tailrace.analysis.Study;
import io.tailrace.plan.PlanCompiler;
import io.tailrace.scenario.ScenarioLoader;
import io.tailrace.tuning.Machine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/// `tune`: what makes this machine fastest.
@Command(
        name = "tune",
        description = {
            "Measures on this machine, with JMH, whether runs of a scenario are faster with narrower vector lanes, other",
            "tiles of paths, the scalar kernel, scalar recording or fewer threads than by default. What is surely faster is",
            "written to configs/tuned/HOST.json, with all measurements, and used by later runs on the same machine and",
            "JVM (--tuning none does not). No bit of a result depends on it. Takes five minutes of an idle machine, in a",
            "checkout of the sources with Maven, which holds JMH."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        sortOptions = false,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured and written", "2:your error; nothing was written", "3:our error"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  tailrace tune",
            "  tailrace tune configs/azure.yaml"
        })
final class TuneCommand implements Callable<Integer> {
    private static final String VECTOR_WARNING = "Using incubator modules: jdk.incubator.vector";
    private static final String PROGRAM = "io.tailrace.benchmarks.tuning.TuningRun";

    @ParentCommand private Main main;

    @Parameters(arity = "0..1", paramLabel = "SCENARIO",
            description = "Scenario whose runs are timed; configs/aws-bedrock.yaml by default.") private Path scenario =
                    Path.of("configs", "aws-bedrock.yaml");

    @Option(names = "--out", paramLabel = "FILE",
            description = "File to write; by default the one that later runs read.") private Path out;

    @Override
    public Integer call() {
        PlanCompiler.compile(
                Study.loader().load(scenario, List.of(), List.of(), ScenarioLoader.Options.STRICT).scenario());
        var checkout = new Checkout(Path.of(""));
        checkout.obstacle().ifPresent(why -> {
            throw new UserException(why);
        });
        Path file = out != null ? out : Machine.ofThisProcess().file();
        main.terminal().out().println("Compiling the benchmarks …");
        main.terminal().out().flush();
        require(Checkout.compilation());
        try {
            require(checkout.program(PROGRAM, scenario.toString(), file.toString()));
        } catch (IOException e) {
            throw new UserException("The benchmarks' libraries cannot be read: " + e.getMessage());
        }
        return 0;
    }

    /// Runs a command to its end; what it prints goes where ours does.
    private void require(List<String> command) {
        int code;
        try {
            Process process = new ProcessBuilder(command)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.errorReader().lines().filter(line -> !line.endsWith(VECTOR_WARNING))
                    .forEach(main.terminal().err()::println);
            code = process.waitFor();
        } catch (IOException e) {
            throw new UserException("Nothing was measured: " + command.getFirst() + " is needed and cannot be started ("
                    + e.getMessage() + ")");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the measurement was interrupted", e);
        }
        if (code != 0) {
            throw new UserException("Nothing was written: " + command.getFirst() + " ended with exit code " + code
                    + ", for what it says above");
        }
    }
}
