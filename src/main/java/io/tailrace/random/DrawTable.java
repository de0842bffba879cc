package io.tailrace.random;

/// All draws of a few consecutive paths, before the plan turns them into delays, parameters and correlated shocks.
///
/// Shapes: `parameters[k][path]`, `projects[j][path]`, rows of a shock `[t][path]`, t = 1 … T; a shock's draws are
/// either normals or uniforms, see [Draw#isUniform].
/// Why float: what [NormalQuantile] gives.
public final class DrawTable {
    public final float[][] parameters;
    public final float[] commonDelay;
    public final float[][] projects;
    private final float[][][] normals = new float[Draw.values().length][][];
    private final double[][][] uniforms = new double[Draw.values().length][][];
    private final TableSource source;

    /// For `width` paths at a time, a power of two, at most [Sampling.QuasiRandom#FEWEST_POINTS].
    public DrawTable(Sampling sampling, DrawShape shape, int width) {
        parameters = new float[shape.parameterStreams().length][width];
        commonDelay = new float[width];
        projects = new float[shape.projects()][width];
        for (Draw draw : Draw.values()) {
            if (draw.isUniform()) {
                uniforms[draw.ordinal()] = new double[shape.quarters() + 1][width];
            } else {
                normals[draw.ordinal()] = new float[shape.quarters() + 1][width];
            }
        }
        source = switch (sampling) {
            case Sampling.ByWords words -> new WordDraws(words, shape, width);
            case Sampling.QuasiRandom quasi -> new QuasiDraws(quasi, shape, width);
        };
    }

    /// Draws the paths from `firstPath`, a multiple of the width, on.
    public void fill(long firstPath) {
        source.fill(firstPath, this);
    }

    /// Standard normals of a shock in quarter t.
    public float[] normals(Draw draw, int t) {
        return normals[draw.ordinal()][t];
    }

    /// Uniforms of a shock in quarter t.
    public double[] uniforms(Draw draw, int t) {
        return uniforms[draw.ordinal()][t];
    }

    /// `[t][path]`
    float[][] normals(Draw draw) {
        return normals[draw.ordinal()];
    }

    /// `[t][path]`
    double[][] uniforms(Draw draw) {
        return uniforms[draw.ordinal()];
    }
}
