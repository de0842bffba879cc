package io.tailrace.random;

import java.util.Arrays;

/// Turns points of the unit cube into the draws of paths: each has its law, and few coordinates decide much of them.
///
/// Parameters and delays take a coordinate each. A shock's normals over the quarters come from its principal components
/// ([QuarterBasis]), regimes from how long each lasts ([RegimeTimes]), jumps, default and renegotiation from the most
/// extreme of their uniforms and its quarter ([Extremes]). Coordinates are dealt out by [Coordinates], what matters
/// first; those beyond the points' last are independent random numbers.
/// Source: that the order decides what points gain: Caflisch, Morokoff & Owen, "Valuation of mortgage-backed securities
/// using Brownian bridges to reduce effective dimension" (1997).
final class QuasiDraws implements TableSource {
    private final long seed;
    private final long points;
    private final CubePoints cube;
    private final Coordinates coordinates;
    private final int quarters;
    private final int width;
    private final QuarterBasis basis;
    private final RegimeTimes regimes;
    private final Extremes extremes;
    private final int[] words;
    private final int[] some = new int[4];
    /// `[coordinate / 4][coordinate mod 4][path]` beyond the points' last, with the path that each was made for
    private final int[][][] padding;
    private final long[] paddedAt;
    private final float[][] scores;
    private long path;

    QuasiDraws(Sampling.QuasiRandom sampling, DrawShape shape, int width) {
        seed = sampling.seed();
        points = sampling.points();
        cube = sampling.cubePoints();
        coordinates = new Coordinates(shape.parameterStreams().length, shape.projects(), shape.quarters());
        quarters = shape.quarters();
        this.width = width;
        basis = new QuarterBasis(quarters);
        regimes = new RegimeTimes(shape, width);
        extremes = new Extremes(quarters, width);
        int beyond = Math.max(0, coordinates.count() - cube.dimensions());
        padding = new int[beyond / 4 + 1][4][width];
        paddedAt = new long[padding.length];
        Arrays.fill(paddedAt, -1);
        words = new int[width];
        scores = new float[quarters][width];
    }

    @Override
    public void fill(long firstPath, DrawTable table) {
        path = firstPath;
        for (int k = 0; k < table.parameters.length; k++) {
            normals(coordinates.parameter(k), table.parameters[k]);
        }
        normals(coordinates.commonDelay(), table.commonDelay);
        for (int j = 0; j < table.projects.length; j++) {
            normals(coordinates.project(j), table.projects[j]);
        }
        for (Draw draw : Draw.values()) {
            if (Coordinates.hasComponents(draw)) {
                components(draw, table);
            }
        }
        for (int t = 1; t <= quarters; t++) {
            normals(coordinates.quarterly(Draw.JUMP_SIZE, t), table.normals(Draw.JUMP_SIZE, t));
            normals(coordinates.quarterly(Draw.COPULA_CHI_SQUARE, t), table.normals(Draw.COPULA_CHI_SQUARE, t));
        }
        regimes(table);
        extremes(Draw.JUMP, true, table);
        extremes(Draw.DEFAULT, false, table);
        extremes(Draw.RENEGOTIATION, false, table);
    }

    private void components(Draw draw, DrawTable table) {
        for (int k = 1; k <= quarters; k++) {
            normals(coordinates.quarterly(draw, k), scores[k - 1]);
        }
        basis.combine(scores, table.normals(draw));
    }

    private void regimes(DrawTable table) {
        for (int change = 1; change <= quarters; change++) {
            uniforms(coordinates.quarterly(Draw.REGIME, change), regimes.lasting(change));
            uniforms(coordinates.regimeAfter(change), regimes.next(change));
        }
        regimes.fill(table.uniforms(Draw.REGIME));
    }

    private void extremes(Draw draw, boolean bothEnds, DrawTable table) {
        for (int rank = 1; rank <= Extremes.RANKS; rank++) {
            uniforms(coordinates.extreme(draw, rank), extremes.size(rank));
            uniforms(coordinates.quarterOfExtreme(draw, rank), extremes.place(rank));
        }
        for (int t = 1; t <= quarters; t++) {
            uniforms(coordinates.quarterly(draw, t), extremes.rest(t));
        }
        extremes.fill(bothEnds, table.uniforms(draw));
    }

    private void normals(int dimension, float[] to) {
        draw(dimension);
        for (int i = 0; i < width; i++) {
            to[i] = NormalQuantile.of(words[i]);
        }
    }

    private void uniforms(int dimension, double[] to) {
        draw(dimension);
        for (int i = 0; i < width; i++) {
            to[i] = Uniform.of(words[i]);
        }
    }

    /// Into `words`: one coordinate of every path.
    private void draw(int dimension) {
        if (dimension < cube.dimensions()) {
            cube.words(path / points, dimension, path % points, words);
            return;
        }
        int four = (dimension >> 2) - (cube.dimensions() >> 2);
        if (paddedAt[four] != path) {
            pad(four);
        }
        System.arraycopy(padding[four][dimension & 3], 0, words, 0, width);
    }

    /// Four coordinates beyond the points' last, which one address gives.
    private void pad(int four) {
        int stream = Streams.PADDING + (cube.dimensions() >> 2) + four;
        for (int i = 0; i < width; i++) {
            Philox.words(seed, path + i, stream, Streams.WHOLE_PATH, some);
            for (int word = 0; word < 4; word++) {
                padding[four][word][i] = some[word];
            }
        }
        paddedAt[four] = path;
    }
}
