package io.tailrace.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LookScheduleTest {
    @Test
    void thereAreTwoLooksAnOctave() {
        assertThat(LongStream.iterate(LookSchedule.next(0), LookSchedule::next).limit(12))
                .containsExactly(1L, 2L, 3L, 4L, 6L, 8L, 12L, 16L, 24L, 32L, 48L, 64L);
        assertThat(LookSchedule.next(1L << 40)).isEqualTo(3L << 39);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "2, 2", "3, 3", "5, 4", "6, 6", "7, 6", "47, 32", "48, 48", "63, 48", "1000, 768"})
    void theLastLookIsTheOneBeforeTheNext(long blocks, long last) {
        assertThat(LookSchedule.last(blocks)).isEqualTo(last);
        assertThat(LookSchedule.next(blocks)).isGreaterThan(blocks);
    }

    @ParameterizedTest
    @ValueSource(longs = {32, 48, 64, 96, 1024, 1536})
    void atALookEveryBatchHasTheSameNumberOfBlocks(long look) {
        long[] blocks = new long[LookSchedule.BATCHES];
        LongStream.range(0, look).forEach(block -> blocks[LookSchedule.batch(block)]++);
        assertThat(blocks).containsOnly(look / LookSchedule.BATCHES);
    }

    @Test
    void looksAreCountedFromTheFirstToTheLimit() {
        assertThat(LookSchedule.count(8, 8)).isEqualTo(1);
        assertThat(LookSchedule.count(8, 9)).isEqualTo(2); // 8, 9
        assertThat(LookSchedule.count(8, 24)).isEqualTo(4); // 8, 12, 16, 24
        assertThat(LookSchedule.count(8, 5)).isEqualTo(1);
    }
}
