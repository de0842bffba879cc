package io.tailrace.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    private final List<float[]> normalRows = new ArrayList<>();
    private final List<double[]> extremeRows = new ArrayList<>();
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
        listRows();
        source = switch (sampling) {
            case Sampling.ByWords words -> new WordDraws(words, shape, width);
            case Sampling.Tilted tilted -> new TiltedDraws(tilted, shape, width);
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

    /// Every row of normals: parameters, common delay, projects, then shock by shock in the order of the quarters.
    List<float[]> normalRows() {
        return normalRows;
    }

    /// The rows of uniforms of which low ones are events, shock by shock.
    List<double[]> extremeRows() {
        return extremeRows;
    }

    /// Where the quarters of a shock begin in [#normalRows].
    static int firstRowOf(DrawShape shape, Draw draw) {
        int row = shape.parameterStreams().length + 1 + shape.projects();
        for (Draw before : Draw.values()) {
            if (before == draw) {
                return row;
            }
            row += before.isUniform() ? 0 : shape.quarters();
        }
        throw new IllegalArgumentException(draw.toString());
    }

    private void listRows() {
        normalRows.addAll(Arrays.asList(parameters));
        normalRows.add(commonDelay);
        normalRows.addAll(Arrays.asList(projects));
        for (Draw draw : Draw.values()) {
            if (!draw.isUniform()) {
                normalRows.addAll(Arrays.asList(normals(draw)).subList(1, normals(draw).length));
            } else if (draw != Draw.REGIME) {
                extremeRows.addAll(Arrays.asList(uniforms(draw)).subList(1, uniforms(draw).length));
            }
        }
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
