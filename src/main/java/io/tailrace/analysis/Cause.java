package io.tailrace.analysis;

import io.tailrace.summary.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// A group of breaching paths with a cause of its own, and the path that shows it best.
///
/// Groups are those of k-means in the scores of the drivers that matter, grown from one by splitting the widest along its
/// longest axis (Steinbach, Karypis & Kumar 2000), so that nothing is drawn. There are as many, three at most, as lie
/// apart: between any two the distance of the centres is more than √12 times the spread along the line through them, and
/// each holds a twentieth of the breaches or more. √12 is what an even spread without any gap gives when it is cut in
/// two, and a normal cloud gives less (2.65). Source of the measure: Ashman, Bird & Zepf (1994), Detecting bimodality in
/// astronomical datasets.
///
/// @param share of the breaches
/// @param drivers means on its paths, in standard deviations, the furthest from 0 first
/// @param path the one nearest to these means, to be replayed
public record Cause(Estimate share, int paths, List<Mean> drivers, long path) {
    static final int MOST_DRIVERS = 6;

    private static final int MOST_CAUSES = 3;
    private static final int MOST_ROUNDS = 50;
    private static final double APART = Math.sqrt(12);
    private static final double SMALLEST_SHARE = 0.05;

    /// Of one driver.
    public record Mean(String driver, Estimate deviations) {}

    /// @param breaching path numbers
    /// @param scores of the drivers that matter
    static List<Cause> of(int[] breaching, List<DriverScore> scores) {
        List<int[]> groups = List.of(breaching);
        List<int[]> split = groups;
        while (split.size() < MOST_CAUSES && !scores.isEmpty()) {
            split = grown(split, breaching, scores);
            groups = areApart(split, breaching.length, scores) ? split : groups;
        }
        return groups.stream()
                .sorted(Comparator.comparingInt((int[] group) -> group.length).reversed())
                .map(group -> cause(group, breaching.length, scores))
                .toList();
    }

    /// The path whose scores are nearest to a point.
    static long nearest(int[] paths, List<DriverScore> scores, double[] point) {
        return Arrays.stream(paths)
                .boxed()
                .min(Comparator.comparingDouble(path -> distance(path, scores, point)))
                .orElseThrow();
    }

    private static Cause cause(int[] group, int breaches, List<DriverScore> scores) {
        List<Mean> means = scores.stream()
                .map(score -> new Mean(score.driver().key(), score.meanOf(group)))
                .sorted(Comparator.comparingDouble(
                        (Mean mean) -> Math.abs(mean.deviations.value()))
                        .reversed())
                .toList();
        Estimate share = Estimate.share((double) group.length / breaches, breaches);
        return new Cause(share, group.length, means, nearest(group, scores, centre(group, scores)));
    }

    /// One group more.
    private static List<int[]> grown(List<int[]> groups, int[] all, List<DriverScore> scores) {
        int place = IntStream.range(0, groups.size())
                .boxed()
                .max(Comparator.comparingDouble(k -> spread(groups.get(k), scores)))
                .orElseThrow();
        int[] widest = groups.get(place);
        double[] middle = centre(widest, scores);
        double[] axis = longestAxis(widest, scores, middle);
        var centres = new ArrayList<double[]>();
        IntStream.range(0, groups.size())
                .filter(k -> k != place)
                .forEach(k -> centres.add(centre(groups.get(k), scores)));
        centres.add(moved(middle, axis, 1));
        centres.add(moved(middle, axis, -1));
        List<int[]> next = List.of();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<int[]> before = next;
            next = assigned(all, scores, centres);
            if (next.stream().anyMatch(group -> group.length == 0) || same(before, next)) {
                break;
            }
            for (int k = 0; k < centres.size(); k++) {
                centres.set(k, centre(next.get(k), scores));
            }
        }
        return next;
    }

    private static List<int[]> assigned(int[] paths, List<DriverScore> scores, List<double[]> centres) {
        int[] nearest = Arrays.stream(paths)
                .parallel()
                .map(path -> IntStream.range(0, centres.size())
                        .boxed()
                        .min(Comparator.comparingDouble(k -> distance(path, scores, centres.get(k))))
                        .orElseThrow())
                .toArray();
        return IntStream.range(0, centres.size())
                .mapToObj(
                        k -> IntStream.range(0, paths.length).filter(i -> nearest[i] == k).map(i -> paths[i]).toArray())
                .toList();
    }

    private static boolean areApart(List<int[]> groups, int breaches, List<DriverScore> scores) {
        boolean large = groups.stream().allMatch(group -> group.length >= SMALLEST_SHARE * breaches);
        return large
                && IntStream.range(0, groups.size()).allMatch(a -> IntStream.range(0, a)
                        .allMatch(b -> apart(groups.get(a), groups.get(b), scores) > APART));
    }

    /// Distance of the centres over the root mean variance along the line through them.
    private static double apart(int[] a, int[] b, List<DriverScore> scores) {
        double[] from = centre(a, scores);
        double[] line = centre(b, scores);
        Arrays.setAll(line, i -> line[i] - from[i]);
        double length = Math.sqrt(Arrays.stream(line).map(x -> x * x).sum());
        double variance = (variance(a, scores, line) + variance(b, scores, line)) / (2 * length * length);
        return length / Math.sqrt(variance);
    }

    /// Of the scores times a direction.
    private static double variance(int[] paths, List<DriverScore> scores, double[] direction) {
        double[] projected = Arrays.stream(paths).mapToDouble(path -> product(path, scores, direction)).toArray();
        double mean = Influence.average(projected);
        return Arrays.stream(projected).map(x -> (x - mean) * (x - mean)).sum() / paths.length;
    }

    /// The direction in which the paths differ most, one standard deviation long; by the power method.
    private static double[] longestAxis(int[] paths, List<DriverScore> scores, double[] middle) {
        double[] axis = new double[scores.size()];
        Arrays.setAll(axis, i -> 1 / (1.0 + i));
        double length = 1;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] next = new double[axis.length];
            double offset = IntStream.range(0, axis.length).mapToDouble(i -> middle[i] * axis[i]).sum();
            for (int path : paths) {
                double along = product(path, scores, axis) - offset;
                for (int i = 0; i < next.length; i++) {
                    next[i] += along * (scores.get(i).scores()[path] - middle[i]) / paths.length;
                }
            }
            length = Math.sqrt(Arrays.stream(next).map(x -> x * x).sum());
            if (length == 0) {
                return next;
            }
            for (int i = 0; i < axis.length; i++) {
                axis[i] = next[i] / length;
            }
        }
        double deviation = Math.sqrt(length);
        return Arrays.stream(axis).map(x -> x * deviation).toArray();
    }

    private static double spread(int[] paths, List<DriverScore> scores) {
        double[] middle = centre(paths, scores);
        return Arrays.stream(paths).mapToDouble(path -> distance(path, scores, middle)).sum();
    }

    private static double[] centre(int[] paths, List<DriverScore> scores) {
        return scores.stream().mapToDouble(score -> score.meanOf(paths).value()).toArray();
    }

    private static double[] moved(double[] from, double[] axis, int sign) {
        return IntStream.range(0, from.length).mapToDouble(i -> from[i] + sign * axis[i]).toArray();
    }

    private static double product(int path, List<DriverScore> scores, double[] direction) {
        double sum = 0;
        for (int i = 0; i < direction.length; i++) {
            sum += scores.get(i).scores()[path] * direction[i];
        }
        return sum;
    }

    /// Squared.
    private static double distance(int path, List<DriverScore> scores, double[] point) {
        double sum = 0;
        for (int i = 0; i < point.length; i++) {
            double difference = scores.get(i).scores()[path] - point[i];
            sum += difference * difference;
        }
        return sum;
    }

    private static boolean same(List<int[]> before, List<int[]> after) {
        return before.size() == after.size()
                && IntStream.range(0, after.size()).allMatch(k -> Arrays.equals(before.get(k), after.get(k)));
    }
}
