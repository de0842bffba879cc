/// What `tune` measures: whole runs of a scenario on this machine, under one setting of the knobs after the other.
///
/// Entry point: [TuningRun]. What is made of the measurements is decided in [io.tailrace.tuning.Tuner].
package io.tailrace.benchmarks.tuning;
