package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class GridTest {
    @Test
    void columnsAreAsWideAsWhatStandsInThem() {
        var grid = new Grid("name", "value", "other");
        grid.row("a", new Figure("1.5", "[1, 2]"), new Figure("0", ""));
        grid.row("a longer one", new Figure("−12.25", "[−13.00, −11.50]"), new Figure("3", "[2, 4]"));
        assertThat(grid.lines()).containsExactly(
                "  name          value                    other",
                "  a                1.5 [1, 2]            0",
                "  a longer one  −12.25 [−13.00, −11.50]  3 [2, 4]");
    }

    @Test
    void aRowHasACellUnderEachHeading() {
        assertThatThrownBy(() -> new Grid("name", "value").row("a")).hasMessage("1 cells under 2 headings");
    }
}
