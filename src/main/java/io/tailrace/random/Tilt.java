package io.tailrace.random;

import java.util.List;

/// Another law of a path's draws, under which a rare event is not rare, and its exact density relative to the model's.
///
/// Normals are shifted by `shifts`; the uniforms of jumps, default and renegotiation have the density a·u^(a − 1), a
/// their entry of `powers`, so that below 1 low ones, which are events, are frequent; regimes follow [TiltedRegimes].
/// All of these are exponential tilts: what [CrossEntropy] must match are means.
/// Source: Siegmund (1976) for exponential tilting; Glasserman, Heidelberger & Shahabuddin (1999) for shifted normals.
///
/// @param shifts by row of [DrawTable#normalRows], in standard deviations
/// @param powers by row of [DrawTable#extremeRows]
public record Tilt(float[] shifts, double[] powers, TiltedRegimes regimes) {
    /// Turns the draws of path `i` of a table, drawn by the model's law, into draws by this one.
    void apply(DrawTable table, int i) {
        List<float[]> normals = table.normalRows();
        for (int row = 0; row < shifts.length; row++) {
            normals.get(row)[i] += shifts[row];
        }
        List<double[]> extremes = table.extremeRows();
        for (int row = 0; row < powers.length; row++) {
            if (powers[row] != 1) {
                double[] uniforms = extremes.get(row);
                uniforms[i] = Elementary.exp(Elementary.log(uniforms[i]) / powers[row]);
            }
        }
        regimes.apply(table.uniforms(Draw.REGIME), i);
    }

    /// Logarithm of this law's density over the model's at the draws of path `i`, whichever law they came from.
    double logRatio(DrawTable table, int i) {
        double sum = 0;
        List<float[]> normals = table.normalRows();
        for (int row = 0; row < shifts.length; row++) {
            double shift = shifts[row];
            sum += shift * (normals.get(row)[i] - shift / 2);
        }
        List<double[]> extremes = table.extremeRows();
        for (int row = 0; row < powers.length; row++) {
            if (powers[row] != 1) {
                sum += Elementary.log(powers[row]) + (powers[row] - 1) * Elementary.log(extremes.get(row)[i]);
            }
        }
        return sum + regimes.logRatio(table.uniforms(Draw.REGIME), i);
    }

    /// Shift of the sum of a shock's normals over all quarters, in standard deviations of that sum.
    public double shift(DrawShape shape, Draw draw) {
        int from = DrawTable.firstRowOf(shape, draw);
        double sum = 0;
        for (int t = 0; t < shape.quarters(); t++) {
            sum += shifts[from + t];
        }
        return sum / Math.sqrt(shape.quarters());
    }
}
