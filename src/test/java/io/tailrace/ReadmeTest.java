package io.tailrace;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.scenario.LoadedScenario;
import io.tailrace.scenario.ScenarioLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What the README shows is what the program says.
final class ReadmeTest {
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    /// After a new run of the README's command, its answer is pasted into the README.
    @Test
    void theAnswerShownIsTheCommittedResult() throws IOException {
        assertThat(block("\n```\n")).isEqualTo(Files.readString(Path.of("results/aws-bedrock/answer.txt")));
    }

    @Test
    void theScenarioShownIsValid() throws IOException {
        LoadedScenario loaded = Configs.loader()
                .parse(block("\n```yaml\n"), "configs/my-case.yaml", List.of(), new ScenarioLoader.Options(false));
        assertThat(loaded.scenario().name()).isEqualTo("my-case");
        assertThat(loaded.scenario().regimes().opening()).isEqualTo("base");
    }

    @Test
    void everyLinkLeadsSomewhere() throws IOException {
        Matcher link = LINK.matcher(readme());
        int links = 0;
        while (link.find()) {
            assertThat(Path.of(link.group(1))).exists();
            links++;
        }
        assertThat(links).isGreaterThan(10);
    }

    private static String block(String fence) throws IOException {
        String text = readme();
        int begin = text.indexOf(fence) + fence.length();
        return text.substring(begin, text.indexOf("\n```\n", begin) + 1);
    }

    private static String readme() throws IOException {
        return Files.readString(Path.of("README.md"));
    }
}
