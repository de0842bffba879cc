/// What the reader sees: formatting only, never arithmetic on results.
///
/// Entry points: [Findings#of] gathers what a report is made of; [Answer] is the screen, [ResultFolder#write] the folder.
/// The files of a result:
///
/// - `summary.json`, every statistic ([SummaryJson]). `decision` is the comparison of the contracts; `path.KEY` a metric
///   of the whole path, `quarterly.KEY.quarters.LABEL` a quantity of a quarter, each with `count`, `leftOut`, `mean`,
///   `standardDeviation`, `skewness`, `excessKurtosis`, `min`, `max`, `quantiles`, `var` and `cvar` (of the lower tail,
///   by confidence); an estimate is `{value, standardError, low, high}` with a 95 % interval; `worstPaths` lists the
///   lowest paths by number.
///   The summary of a quasi-random run also says its `sampling`, `replicates` and `pathsInReplicate`.
/// - `quarterly.csv` and `paths.csv`, the same numbers as tables ([StatisticsCsv]).
/// - `convergence.json`, the headline numbers after more and more paths, and in batches ([ConvergenceJson]).
/// - `limits.json`, how the scenario's limits fare, where it has some ([LimitText]).
/// - `answer.txt` and `margins.svg`, the screen and its picture ([FanChart]); `back-test.txt` ([BackTestTable]).
/// - `analyses/NAME.json`, what was found by an analysis ([AnalysisJson]); its table for people is [AnalysisTable].
/// - `register.csv`, every assumption with its source, and with its sensitivity rank once there is a tornado
///   ([Register]; for people [RegisterTable]).
/// - `report.html` and `report.md`, made from the others at any time, and so without a checksum ([io.tailrace.report.committee]).
/// - `diff.json`, why the result differs from another it was reported beside ([StoredDiff]), and `comparison.html`, both
///   side by side; made again at any time, and so without a checksum.
/// - `manifest.json`, what the result was made from and by what, with the SHA-256 of the other files ([Manifest]).
///
/// Why one folder: it takes its name only when it is whole ([UnfinishedFolder]), and all in it but the manifest depends
/// on scenario, seed and number of paths alone, so equal runs have equal files.
package io.tailrace.report;
