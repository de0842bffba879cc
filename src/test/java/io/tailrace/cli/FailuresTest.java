package io.tailrace.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

final class FailuresTest {
    @Test
    void ourFaultSaysWhatToReportAndExitsWith3() {
        var err = new StringWriter();
        int code = new CommandLine(new Faulty())
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(new Failures(new Events(InstantSource.system())))
                .execute("--reckless");
        assertThat(code).isEqualTo(3);
        assertThat(err.toString())
                .contains("fault of Tailrace", "[--reckless]", "commit", "Java 25", "taasEbit of path 12 is NaN",
                        "\tat ");
    }

    @Test
    void theUsersFaultIsOneSentence() {
        var err = new StringWriter();
        int code = new CommandLine(new Faulty())
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(new Failures(new Events(InstantSource.system())))
                .execute();
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().strip()).isEqualTo("choose another folder");
    }

    @Command(name = "faulty")
    static final class Faulty implements Runnable {
        @CommandLine.Option(names = "--reckless") private boolean reckless;

        @Override
        public void run() {
            if (reckless) {
                throw new IllegalStateException("taasEbit of path 12 is NaN");
            }
            throw new UserException("choose another folder");
        }
    }
}
