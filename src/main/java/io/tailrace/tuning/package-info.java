/// What makes this machine fastest: measured once, kept in a file, used by every later run; no result depends on it.
///
/// Entry points: [Tuner#tune] decides from measurements which knobs ([io.tailrace.engine.Knob]) are worth turning,
/// [Tuned] is what it came to, [TuningFile] keeps it, [Lookup] is what a later process finds there.
///
/// Why a room of its own: the measuring is done by JMH, whose licence is not this program's, so it stays among the
/// benchmarks and hands a function in. What is decided, written and read is here and needs no benchmark to be tested.
package io.tailrace.tuning;
