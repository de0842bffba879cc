package io.tailrace.random;

/// What each path of a [Sampling.Tilted] stands for: the model's density over that of all its laws together.
///
/// w = 1 / (α₀ + Σ αₖ exp(Lₖ)), α the laws' shares of the paths, Lₖ the logarithm of law k's density over the model's at
/// the path's draws. The mean of w·f over the paths is that of f under the model, without bias, whatever the laws; and
/// w ≤ 1 / α₀, so that no path can outweigh the others.
/// Source: Veach & Guibas (1995), the balance heuristic; Hesterberg (1995) and Owen & Zhou (2000), defensive mixtures.
/// One instance belongs to one thread.
public final class PathWeights {
    private static final int WIDTH = 64;

    private final Sampling.Tilted sampling;
    private final DrawTable table;

    public PathWeights(Sampling.Tilted sampling, DrawShape shape) {
        this.sampling = sampling;
        table = new DrawTable(sampling, shape, WIDTH);
    }

    /// Fills `to` from `at` on with the weights of `paths` paths, the first of which is a multiple of 64.
    public void fill(long firstPath, int paths, double[] to, int at) {
        for (int done = 0; done < paths; done += WIDTH) {
            table.fill(firstPath + done);
            for (int i = 0; i < Math.min(WIDTH, paths - done); i++) {
                to[at + done + i] = weight(i);
            }
        }
    }

    private double weight(int i) {
        double density = sampling.plainShare();
        for (int k = 0; k < sampling.tilts().size(); k++) {
            density += sampling.share(k) * Elementary.exp(sampling.tilts().get(k).logRatio(table, i));
        }
        return 1 / density;
    }
}
