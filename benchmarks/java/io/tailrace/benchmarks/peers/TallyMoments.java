package io.tailrace.benchmarks.peers;

import umontreal.ssj.stat.Tally;

/// SSJ's own statistical probe.
final class TallyMoments implements Recorder.Moments {
    private final Tally tally = new Tally();

    @Override
    public void add(double value) { tally.add(value); }

    @Override
    public double mean() { return tally.average(); }

    @Override
    public double standardError() { return tally.standardDeviation() / Math.sqrt(tally.numberObs()); }
}
