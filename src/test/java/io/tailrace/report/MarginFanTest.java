package io.tailrace.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.plan.Quantity;
import io.tailrace.summary.ColumnStatistics;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

final class MarginFanTest {
    private final MarginFan fan = new MarginFan(new MarginScale(-0.2, 0.22, 0.1)); // one character a percent

    @Test
    void everyPartOfTheFanStandsAtItsMargin() {
        ColumnStatistics even = Small.margins(DoubleStream.iterate(-0.096, x -> x + 0.002).limit(101).toArray());
        assertThat(fan.line(even)).isEqualTo("           ░░░░▒▒▒▒▒█▒▒▒▒▒░░░░┊           ");
        assertThat(MarginFan.median(even)).isEqualTo("0 %");
    }

    @Test
    void aConstantMarginIsAMedianAlone() {
        assertThat(fan.line(Small.margins(0.05, 0.05, 0.05)).strip()).isEqualTo("│    █    ┊");
    }

    @Test
    void withoutAnyMarginTheLineIsEmptyAndTheMedianNone() {
        ColumnStatistics nothing = Small.margins(Double.NaN, Double.NaN);
        assertThat(fan.line(nothing).strip()).isEqualTo("│         ┊");
        assertThat(MarginFan.median(nothing)).isEqualTo("none");
    }

    @Test
    void whatLiesBelowTheScaleIsMarkedAtItsEdge() {
        assertThat(fan.line(Small.margins(-9, 0.05, 0.05))).startsWith("‹").hasSize(MarginFan.WIDTH);
        assertThat(fan.line(Small.margins(-9, -9, -9))).startsWith("‹").hasSize(MarginFan.WIDTH);
        assertThat(fan.line(Small.margins(-0.19, 0.05, 0.05))).doesNotContain("‹");
    }

    @Test
    void aMarginAboveTheScaleStaysOnTheLine() {
        assertThat(fan.line(Small.margins(0.9, 0.9, 0.9))).endsWith("█").hasSize(MarginFan.WIDTH);
    }

    @Test
    void theAxisNamesItsEndsZeroAndTheContract() {
        assertThat(new MarginFan(new MarginScale(-0.5, 0.8, 0.3)).axis("IaaS"))
                .startsWith("−50 %").endsWith("80 %").contains(" 0 ").contains("IaaS").hasSize(MarginFan.WIDTH);
        assertThat(new MarginFan(new MarginScale(0, 0.1, 0.3)).axis("TaaS")).startsWith("0 % ").endsWith("10 %");
    }

    @Test
    void theScaleHoldsBothContractsAndIsNotRuinedByATail() {
        Findings findings = Small.run("aws-bedrock", 2000);
        List<Quantity> margins = MarginScale.margins(findings.run().plan());
        MarginScale scale = MarginScale.over(findings.run(), margins);
        double lowest = findings.run().of(Quantity.IAAS_MARGIN.key(), 20).quantile(0.05).estimate().value();
        assertThat(lowest).as("the lease's tail").isLessThan(-1);
        assertThat(scale.low()).isBetween(-0.6, -0.2);
        for (Quantity margin : margins) {
            for (int t = 1; t <= 20; t++) {
                ColumnStatistics s = findings.run().of(margin.key(), t);
                assertThat(scale.position(MarginScale.at(s, 0.25))).isBetween(0.0, 1.0);
                assertThat(scale.position(MarginScale.at(s, 0.95))).isBetween(0.0, 1.0);
            }
        }
    }
}
