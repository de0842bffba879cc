/// From histories to parameters: fits the scenario's processes to observed series.
///
/// Entry point: [Calibration#of], a [History] read from a CSV file in, a [Fit] or a refusal out; [Overlay#text] writes
/// fits as a file for `--stress`. Each process ([GrowthProcess], [PriceProcess], [SpotProcess], [DelayProcess])
/// states its likelihood; [MaximumLikelihood] finds the parameters and their standard errors; [Residuals] holds what the
/// fit leaves against what the model says it is.
///
/// Why a room of its own: it knows what a scenario's keys are called and nothing of how paths are computed, so what is
/// fitted here is the text of the model once more, from the other side, and a test can hold one against the other.
package io.tailrace.calibration;
