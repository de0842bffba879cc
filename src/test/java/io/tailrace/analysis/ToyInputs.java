package io.tailrace.analysis;

import io.tailrace.random.NormalQuantile;
import io.tailrace.random.Philox;
import io.tailrace.random.Uniform;
import java.util.function.ToDoubleFunction;

/// Independent inputs of functions whose sensitivities are known, `[input][path]`, and runs of such functions.
final class ToyInputs {
    private ToyInputs() {}

    static double[][] uniform(long seed, int inputs, int paths) {
        double[][] x = new double[inputs][paths];
        int[] words = new int[4];
        for (int input = 0; input < inputs; input++) {
            for (int path = 0; path < paths; path++) {
                Philox.words(seed, path, input, 0, words);
                x[input][path] = Uniform.of(words[0]);
            }
        }
        return x;
    }

    static double[][] normal(long seed, int inputs, int paths) {
        double[][] x = new double[inputs][paths];
        int[] words = new int[4];
        for (int input = 0; input < inputs; input++) {
            for (int path = 0; path < paths; path++) {
                Philox.words(seed, path, input, 0, words);
                x[input][path] = NormalQuantile.of(words[0]);
            }
        }
        return x;
    }

    /// The same with one input taken from elsewhere.
    static double[][] with(double[][] x, int input, double[] other) {
        double[][] mixed = x.clone();
        mixed[input] = other;
        return mixed;
    }

    static double[] run(ToDoubleFunction<double[]> model, double[][] x) {
        double[] y = new double[x[0].length];
        double[] point = new double[x.length];
        for (int path = 0; path < y.length; path++) {
            for (int input = 0; input < x.length; input++) {
                point[input] = x[input][path];
            }
            y[path] = model.applyAsDouble(point);
        }
        return y;
    }

    /// Of uniforms on (0, 1). Source: Ishigami & Homma (1990), a = 7, b = 0.1.
    static double ishigami(double[] u) {
        double x1 = Math.PI * (2 * u[0] - 1);
        double x2 = Math.PI * (2 * u[1] - 1);
        double x3 = Math.PI * (2 * u[2] - 1);
        return Math.sin(x1) + 7 * Math.pow(Math.sin(x2), 2) + 0.1 * Math.pow(x3, 4) * Math.sin(x1);
    }

    /// Source: Saltelli & Sobol' (1995).
    static double gFunction(double[] u, double[] a) {
        double product = 1;
        for (int i = 0; i < a.length; i++) {
            product *= (Math.abs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
        }
        return product;
    }
}
