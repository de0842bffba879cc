package io.tailrace.kernel;

import io.tailrace.random.Draw;
import io.tailrace.random.DrawShape;
import io.tailrace.random.DrawTable;
import io.tailrace.random.Sampling;
import io.tailrace.random.Streams;
import java.util.List;

/// Where the draws of a tile come from: stages that fill columns with the normals and uniforms of an address.
sealed interface LaneSource {
    /// Goes to the tile that begins with `first`.
    void paths(long first);

    /// What is drawn once for each path; projects in the order 0, 1, …
    void addParameter(List<Stage> stages, int k, float[] to);

    void addCommonDelay(List<Stage> stages, float[] to);

    void addProject(List<Stage> stages, int j, float[] to);

    /// What must be done in a quarter before its shocks.
    void addQuarter(List<Stage> stages);

    void addNormals(List<Stage> stages, Draw draw, float[] to);

    void addUniforms(List<Stage> stages, Draw draw, double[] to);

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
        public void addParameter(List<Stage> stages, int k, float[] to) {
            addPathWords(stages, parameterStreams[k]);
            stages.add(_ -> LaneRandom.normals(pathWords[0], to));
        }

        @Override
        public void addCommonDelay(List<Stage> stages, float[] to) {
            addPathWords(stages, Streams.COMMON_DELAY);
            stages.add(_ -> LaneRandom.normals(pathWords[0], to));
        }

        @Override
        public void addProject(List<Stage> stages, int j, float[] to) {
            int word = Streams.wordOfProject(j);
            if (word == 0) {
                addPathWords(stages, Streams.ofProject(j));
            }
            stages.add(_ -> LaneRandom.normals(pathWords[word], to));
        }

        private void addPathWords(List<Stage> stages, int stream) {
            stages.add(_ -> source.fill(firstPath, stream, Streams.WHOLE_PATH, pathWords));
        }

        @Override
        public void addQuarter(List<Stage> stages) {
            for (int i = 0; i < used; i++) {
                int stream = i;
                stages.add(t -> source.fill(firstPath, stream, t, words[stream]));
            }
        }

        @Override
        public void addNormals(List<Stage> stages, Draw draw, float[] to) {
            stages.add(_ -> LaneRandom.normals(words[draw.stream()][draw.word()], to));
        }

        @Override
        public void addUniforms(List<Stage> stages, Draw draw, double[] to) {
            stages.add(_ -> LaneRandom.uniforms(words[draw.stream()][draw.word()], to));
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
        public void addParameter(List<Stage> stages, int k, float[] to) {
            stages.add(_ -> copy(table.parameters[k], to));
        }

        @Override
        public void addCommonDelay(List<Stage> stages, float[] to) {
            stages.add(_ -> copy(table.commonDelay, to));
        }

        @Override
        public void addProject(List<Stage> stages, int j, float[] to) {
            stages.add(_ -> copy(table.projects[j], to));
        }

        @Override
        public void addQuarter(List<Stage> stages) {}

        @Override
        public void addNormals(List<Stage> stages, Draw draw, float[] to) {
            stages.add(t -> copy(table.normals(draw, t), to));
        }

        @Override
        public void addUniforms(List<Stage> stages, Draw draw, double[] to) {
            stages.add(t -> System.arraycopy(table.uniforms(draw, t), 0, to, 0, Tile.PATHS));
        }

        private static void copy(float[] from, float[] to) {
            System.arraycopy(from, 0, to, 0, Tile.PATHS);
        }
    }
}
