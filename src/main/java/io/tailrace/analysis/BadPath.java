package io.tailrace.analysis;

import io.tailrace.engine.Replay;
import io.tailrace.scenario.LoadedScenario;

/// A path that breaks a floor, with all that happened on it and what made it so.
///
/// Why whole: who reports it tells it by quarter and in words, and runs nothing.
public record BadPath(LoadedScenario scenario, Replay replay, PathCauses causes) {}
