package io.tailrace.calibration;

import java.nio.file.Path;

/// Why a history, or a part of it, was not fitted.
///
/// @param parameters whose values it leaves as they are
public record Refusal(Path file, String parameters, String reason) {}
