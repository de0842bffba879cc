/// The same work as written by users of other libraries: what a path costs them, on this machine, in the same run.
///
/// The work is W1, the scenario `configs/reference.yaml`: 20 quarters, 12 projects, 8 correlated factors,
/// two regimes, 168 recorded values a path. [W1] holds its numbers. [W1Path] is one path in plain
/// Java, as anyone would write it who takes only the random numbers from a library; [FinmathPaths] is the same work on
/// finmath-lib's random variables, one array of paths for each quantity. [PeersBenchmark] times them and
/// holds every answer against [Expected].
///
/// ```
/// mvn -Pbench -q -ntp test-compile exec:exec -Dsim.args="PeersBenchmark -foe true -rf json -rff results/benchmarks/peers.json"
/// ```
package io.tailrace.benchmarks.peers;
