package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.plan.Unit;
import io.tailrace.summary.Estimate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FigureTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            53142.7  | 53079.4  | 53206.0  | 53.14 [53.08, 53.21]
            -1260.4  | -1440.9  | -1080.1  | −1.26 [−1.44, −1.08]
            12345678 | 12300000 | 12400000 | 12,346 [12,300, 12,400]
            2000     | 1000     | 3000     | 2.0 [1.0, 3.0]
            20       | -30      | 70       | 0.02 [−0.03, 0.07]
            -0.4     | -50      | 50       | 0.00 [−0.05, 0.05]
            """)
    void anIntervalDecidesHowManyDigitsAreShown(double value, double low, double high, String text) {
        assertThat(Figure.billions(new Estimate(value, 1, low, high)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1375       | 1,375
            0.55104    | 0.5510
            -3341.6    | −3,342
            0          | 0
            -0.0       | 0
            123456.78  | 123,457
            0.00001234 | 0.000012
            """)
    void aNumberWithoutErrorHasFourDigits(double value, String text) {
        assertThat(Figure.of(value, Unit.MONEY)).isEqualTo(new Figure(text, ""));
    }

    @Test
    void sharesReadAsPercent() {
        Estimate share = new Estimate(0.1064, 0.0003, 0.1058, 0.1070);
        assertThat(Figure.percent(share).text()).isEqualTo("10.64 [10.58, 10.70]");
        assertThat(Figure.of(share, Unit.SHARE)).isEqualTo(Figure.percent(share));
        assertThat(Figure.suffix(Unit.SHARE)).isEqualTo(" %");
    }

    @Test
    void whatIsNotDefinedReadsNone() {
        assertThat(Figure.billions(new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN)).text())
                .isEqualTo("none");
        assertThat(Figure.billions(new Estimate(Double.POSITIVE_INFINITY, 0, 0, 0)).text()).isEqualTo("none");
    }

    @Test
    void anUnknownIntervalIsNotPrinted() {
        assertThat(Figure.billions(new Estimate(44_806.8, Double.NaN, Double.NaN, Double.NaN)).text())
                .isEqualTo("44.81");
    }

    @Test
    void anIntervalOfRoundingErrorsIsNotPrinted() {
        assertThat(Figure.billions(new Estimate(44_806.8, 0, 44_806.799999, 44_806.800001)).interval()).isEmpty();
    }

    @Test
    void aTargetAndItsToleranceHaveTheSameDigits() {
        assertThat(Figure.band(0.53, 0.04, Unit.SHARE)).isEqualTo("53.0 ± 4.0");
        assertThat(Figure.band(2970, 237.6, Unit.MONEY)).isEqualTo("2,970.0 ± 237.6");
        assertThat(Figure.band(1.35, 0.1, Unit.FACTOR)).isEqualTo("1.35 ± 0.10");
    }
}
