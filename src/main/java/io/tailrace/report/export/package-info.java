/// A result as tables for other programs: CSV or Parquet, with a dictionary of their columns.
///
/// Entry point: [ExportFolder#write]. Tables come from the stored files ([StoredTables]) and from the run made again
/// ([PathTables]); [ExportTable] holds one by columns, [CsvFile] and [ParquetFile] write it.
///
/// - `quarterly` and `metrics`, every statistic of every quantity of a quarter and of every metric of the whole path, one to
///   a row, with its interval.
/// - `histogram`, the counted distribution of the headline metrics.
/// - `paths`, the paths of a share, each with every metric; only where asked for.
/// - `register`, every assumption with its source.
/// - `dictionary.csv`, what each column and each name in it means; `SHA256SUMS`, the checksums of all.
///
/// Why a row for each statistic: it is joined, filtered and drawn without knowing which statistics there are.
package io.tailrace.report.export;
