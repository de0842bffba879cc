package io.tailrace.kernel;

import io.tailrace.random.Draw;
import io.tailrace.random.DrawShape;
import io.tailrace.random.DrawTable;
import io.tailrace.random.Sampling;
import io.tailrace.random.Streams;
import java.util.List;

/// Where the draws of a tile come from: normals and uniforms by address, asked once a tile, shock and quarter.
sealed interface LaneSource {
    /// Goes to the tile that begins with `first`.
    void paths(long first);

    void parameter(int k, float[] to);

    void commonDelay(float[] to);

    /// In the order 0, 1, …
    void project(int j, float[] to);

    /// What must be done in a quarter before its shocks are asked for.
    void addTo(List<Stage> stages);

    void normals(Draw draw, int t, float[] to);

    void uniforms(Draw draw, int t, double[] to);

    /// @param lastStream whether the draws of stream 3 are wanted; where not, they are left as they were
    static LaneSource of(Sampling sampling, DrawShape shape, boolean lastStream) {
        return switch (sampling) {
            case Sampling.ByWords words -> new Words(LaneWords.of(words), shape, lastStream);
            case Sampling.ByTable table -> new Table(new DrawTable(table, shape, Tile.PATHS));
        };
    }

    /// Each draw from its own word, in lanes.
    final class Words implements LaneSource {
        private static final int STREAMS = 4;

        private final LaneWords source;
        private final int[] parameterStreams;
        private final int used;
        private final int[][] pathWords = new int[4][Tile.PATHS];
        /// `[stream][word][path]`
        private final int[][][] words = new int[STREAMS][4][Tile.PATHS];
        private long firstPath;

        Words(LaneWords source, DrawShape shape, boolean lastStream) {
            this.source = source;
            parameterStreams = shape.parameterStreams();
            used = lastStream ? STREAMS : STREAMS - 1;
        }

        @Override
        public void paths(long first) {
            firstPath = first;
        }

        @Override
        public void parameter(int k, float[] to) {
            source.fill(firstPath, parameterStreams[k], Streams.WHOLE_PATH, pathWords);
            LaneRandom.normals(pathWords[0], to);
        }

        @Override
        public void commonDelay(float[] to) {
            source.fill(firstPath, Streams.COMMON_DELAY, Streams.WHOLE_PATH, pathWords);
            LaneRandom.normals(pathWords[0], to);
        }

        @Override
        public void project(int j, float[] to) {
            if (Streams.wordOfProject(j) == 0) {
                source.fill(firstPath, Streams.ofProject(j), Streams.WHOLE_PATH, pathWords);
            }
            LaneRandom.normals(pathWords[Streams.wordOfProject(j)], to);
        }

        @Override
        public void addTo(List<Stage> stages) {
            for (int i = 0; i < used; i++) {
                int stream = i;
                stages.add(t -> source.fill(firstPath, stream, t, words[stream]));
            }
        }

        @Override
        public void normals(Draw draw, int t, float[] to) {
            LaneRandom.normals(words[draw.stream()][draw.word()], to);
        }

        @Override
        public void uniforms(Draw draw, int t, double[] to) {
            LaneRandom.uniforms(words[draw.stream()][draw.word()], to);
        }
    }

    /// Draws that hang together: the whole tile's at once, in the same plain loops that serve the model.
    final class Table implements LaneSource {
        private final DrawTable table;

        Table(DrawTable table) {
            this.table = table;
        }

        @Override
        public void paths(long first) {
            table.fill(first);
        }

        @Override
        public void parameter(int k, float[] to) {
            copy(table.parameters[k], to);
        }

        @Override
        public void commonDelay(float[] to) {
            copy(table.commonDelay, to);
        }

        @Override
        public void project(int j, float[] to) {
            copy(table.projects[j], to);
        }

        @Override
        public void addTo(List<Stage> stages) {}

        @Override
        public void normals(Draw draw, int t, float[] to) {
            copy(table.normals(draw, t), to);
        }

        @Override
        public void uniforms(Draw draw, int t, double[] to) {
            System.arraycopy(table.uniforms(draw, t), 0, to, 0, Tile.PATHS);
        }

        private static void copy(float[] from, float[] to) {
            System.arraycopy(from, 0, to, 0, Tile.PATHS);
        }
    }
}
