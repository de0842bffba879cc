/// The door: what a person types, and what comes back on the terminal.
///
/// Entry points: [Launcher] is what `java -jar` starts, whatever Java that is; it finds a JDK 25 and restarts in [Main].
/// [RunCommand], [CheckCommand], [AnalyzeCommand] and [SchemaCommand] are the commands; [ScenarioOptions] and [RunSize] are
/// options they share; [Console] and [ProgressLine] what is seen,
/// [Events] what programs hear; [Failures] tells the user's errors (exit code 2, each with what to
/// change) from ours (3, with a stack trace).
///
/// A short command shall answer in about a second, of which two starts of a JVM take a third: [Commands] builds only the command that
/// is called, [EarlyRead] reads a result or a scenario meanwhile, and [Rehearsal] is what the build lets the JVM remember of a
/// start. Small runs begin in the same way ([Launcher] says which).
///
/// Why so little is here: commands only carry things from room to room. Where the program speaks is a [Terminal] that
/// is handed in, so tests run whole command lines and read what came out.
package io.tailrace.cli;
