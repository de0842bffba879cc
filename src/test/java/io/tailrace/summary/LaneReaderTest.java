package io.tailrace.summary;

import static org.assertj.core.api.Assertions.assertThat;

import io.tailrace.kernel.LaneReader;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LaneReaderTest {
    private static final double UNITS_PER_ONE = 0x1p7;

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void lanesReadAColumnToTheSameBits(String name, double[] values) {
        for (int paths : new int[]{values.length, 1000, 999, 64, 8, 7, 1}) {
            BlockColumn scalar = read(ColumnReader.SCALAR, values, paths);
            BlockColumn lanes = read(new LaneReader(), values, paths);
            assertThat(bits(lanes.min(), lanes.max())).isEqualTo(bits(scalar.min(), scalar.max()));
            assertThat(lanes.leftOut()).isEqualTo(scalar.leftOut());
            assertThat(lanes.moments()).isEqualTo(scalar.moments());
            assertThat(Arrays.copyOf(lanes.bins, lanes.counted()))
                    .isEqualTo(Arrays.copyOf(scalar.bins, scalar.counted()));
        }
    }

    static Stream<Arguments> lanesReadAColumnToTheSameBits() {
        double[] normals = Given.normals(BlockSummary.PATHS, 7);
        return Stream.of(
                column("normals", i -> normals[i]),
                column("of every magnitude", i -> normals[i] * Math.scalb(1.0, i % 100 - 30)),
                column("beyond the largest bin", i -> normals[i] * 0x1p60),
                column("whole units and their neighbours", i -> edge((i - 512) * 4 / UNITS_PER_ONE, i)),
                column("halves and their neighbours", i -> edge((i - 512.5) / UNITS_PER_ONE, i)),
                column("edges of octaves", i -> edge(Math.scalb(1.0, i % 60 - 10), i)),
                column("equal", _ -> 3.25),
                column("zeros of both signs", i -> i % 2 == 0 ? -0.0 : 0.0),
                column("holes", i -> i % 5 == 1 ? Double.NaN : normals[i]),
                column("a hole in front", i -> i == 0 ? Double.NaN : normals[i]),
                column("nothing", _ -> Double.NaN),
                column("powers overflow", i -> normals[i] * 1e90));
    }

    private static double edge(double x, int i) {
        return switch (i % 3) {
            case 0 -> Math.nextDown(x);
            case 1 -> x;
            default -> Math.nextUp(x);
        };
    }

    private static Arguments column(String name, IntToDoubleFunction value) {
        return Arguments.of(name, Given.values(BlockSummary.PATHS, value));
    }

    private static BlockColumn read(ColumnReader reader, double[] values, int paths) {
        BlockColumn column = new BlockColumn();
        reader.read(values, paths, UNITS_PER_ONE, column);
        return column;
    }

    private static long[] bits(double... values) {
        return Arrays.stream(values).mapToLong(Double::doubleToRawLongBits).toArray();
    }
}
