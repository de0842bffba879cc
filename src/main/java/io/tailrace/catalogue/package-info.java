/// Which runs there are: a SQLite database in the results folder, and the folders that it is an index of.
///
/// Entry points: [RunRecord#begin] enters a run, [Catalogue#entries] reads them, [Catalogue#reindex] makes the database
/// again. A run without result has a [WorkFolder] beside the place of its result; a finished one is read from its
/// result ([FinishedRun]), so that nothing is known here that the folders do not hold.
///
/// Why a room of its own: runs, batches and the command line enter runs, and none of them should know SQL. Why
/// nothing here can stop a run: a catalogue is a convenience, a result is not.
package io.tailrace.catalogue;
