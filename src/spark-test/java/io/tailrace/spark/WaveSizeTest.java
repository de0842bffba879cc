package io.tailrace.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WaveSizeTest {
    @ParameterizedTest
    @CsvSource({"1000000, 2, 2048", "1000, 2, 250", "1001, 2, 251", "10, 2, 16", "1, 4000, 16"})
    void tasksShrinkTowardsTheEnd(long left, int slots, long blocks) {
        assertThat(new WaveSize(2048).blocksPerTask(left, slots)).isEqualTo(blocks);
    }

    @Test
    void theUserSaysHowManyAtMost() {
        SparkConf conf = new SparkConf(false).set("spark.tailrace.blocksPerTask", "3");
        assertThat(WaveSize.of(conf).blocksPerTask(1000, 2)).isEqualTo(3);
        assertThatThrownBy(() -> WaveSize.of(conf.set("spark.tailrace.blocksPerTask", "0")))
                .hasMessageContaining("must be positive");
    }
}
