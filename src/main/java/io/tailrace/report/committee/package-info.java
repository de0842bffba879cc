/// The report that an investment committee reads: one HTML file, or a Markdown summary, made from a stored
/// result alone.
///
/// Entry point: [CommitteeReport#write]. Its story is a list of [Section]s of sentences, tables and charts, each
/// section left out where the result does not hold its data; [HtmlPage] prints it. Nothing is computed: numbers are
/// those of the JSON files ([StoredFiles]), in a unit that people think in ([Scale]), to the digits that their error
/// supports ([io.tailrace.report.Figure]). Every number keeps what the JSON says in an attribute of its element, and
/// charts are drawn from the tables behind them, so picture, table and file cannot differ.
///
/// [Comparison] tells several results side by side, [RunIndex] lists all runs of a folder; both are the same sections,
/// charts and tables.
///
/// Why a room within the room: it knows files and formatting, and no run.
package io.tailrace.report.committee;
