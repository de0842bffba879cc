/// Many runs from one file: which jobs a batch has, and the doing of them.
///
/// Entry points: [Batch#load] reads a batch file into [Job]s, [BatchRunner] does them and says of each a [JobOutcome].
/// [Forecaster] tells what they will take. A job whose result the catalogue has, made by the same program, is not run again.
/// [Overnight] does the same jobs within a budget: [Night] grows them in turn, by the [Allocation] that its estimates suggest.
/// [HeapNeed] tells before a run what it needs.
package io.tailrace.batch;
