package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SentencesTest {
    @Test
    void linesAreBrokenBetweenWordsToTheirWidthAndIndented() {
        String text = "word ".repeat(60).strip();
        assertThat(Sentences.wrapped(text)).hasSize(3)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(110));
        assertThat(Sentences.wrapped(text).getFirst()).startsWith("  word");
        assertThat(Sentences.wrapped(text).getLast()).startsWith("    word");
        assertThat(String.join(" ", Sentences.wrapped(text).stream().map(String::strip).toList())).isEqualTo(text);
    }

    @Test
    void aNumberKeepsItsUnit() {
        for (int length = 90; length < 112; length++) {
            String text = "x".repeat(length) + " 17.3 % more, and 12 $B, of 300 MW";
            assertThat(Sentences.wrapped(text)).noneMatch(line -> line.strip().matches("^[%$].*|^MW.*"));
        }
    }
}
