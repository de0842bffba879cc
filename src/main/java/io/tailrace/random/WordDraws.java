package io.tailrace.random;

/// Draws that are each made of a word at its own address.
final class WordDraws implements TableSource {
    private static final Draw[] DRAWS = Draw.values();

    private final Sampling.ByWords sampling;
    private final DrawShape shape;
    private final int width;
    private final int[] words = new int[4];

    WordDraws(Sampling.ByWords sampling, DrawShape shape, int width) {
        this.sampling = sampling;
        this.shape = shape;
        this.width = width;
    }

    @Override
    public void fill(long firstPath, DrawTable table) {
        for (int i = 0; i < width; i++) {
            wholePath(firstPath + i, i, table);
            for (int t = 1; t <= shape.quarters(); t++) {
                quarter(firstPath + i, t, i, table);
            }
        }
    }

    private void wholePath(long path, int i, DrawTable table) {
        for (int k = 0; k < table.parameters.length; k++) {
            sampling.words(path, shape.parameterStreams()[k], Streams.WHOLE_PATH, words);
            table.parameters[k][i] = NormalQuantile.of(words[0]);
        }
        sampling.words(path, Streams.COMMON_DELAY, Streams.WHOLE_PATH, words);
        table.commonDelay[i] = NormalQuantile.of(words[0]);
        for (int j = 0; j < table.projects.length; j++) {
            if (Streams.wordOfProject(j) == 0) {
                sampling.words(path, Streams.ofProject(j), Streams.WHOLE_PATH, words);
            }
            table.projects[j][i] = NormalQuantile.of(words[Streams.wordOfProject(j)]);
        }
    }

    private void quarter(long path, int t, int i, DrawTable table) {
        int stream = -1;
        for (Draw draw : DRAWS) {
            if (draw.stream() != stream) {
                stream = draw.stream();
                sampling.words(path, stream, t, words);
            }
            int word = words[draw.word()];
            if (draw.isUniform()) {
                table.uniforms(draw, t)[i] = Uniform.of(word);
            } else {
                table.normals(draw, t)[i] = NormalQuantile.of(word);
            }
        }
    }
}
