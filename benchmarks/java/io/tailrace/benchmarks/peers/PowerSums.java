package io.tailrace.benchmarks.peers;

/// Mean and standard error from count, sum and sum of squares: the cheapest way to keep them.
final class PowerSums implements Recorder.Moments {
    private long count;
    private double sum;
    private double squares;

    @Override
    public void add(double value) {
        count++;
        sum += value;
        squares += value * value;
    }

    @Override
    public double mean() { return sum / count; }

    @Override
    public double standardError() {
        double mean = mean();
        return Math.sqrt((squares / count - mean * mean) / (count - 1));
    }
}
