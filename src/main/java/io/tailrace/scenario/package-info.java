/// What the user wrote, checked: YAML files in, one [Scenario] out, or every mistake at once.
///
/// Entry point: [ScenarioLoader]. The way of a file: [YamlReader] turns text into [Node]s that know their line;
/// [ScenarioFiles] follows `extends`; [MergePatch] and [KeyPath] lay overlays and `--set` over them; [Binder] walks
/// the record components of [Scenario] and makes values of nodes, and [Sources] knows where each file has its values
/// from; the rules (`…Rules`) then check what no single key can show. Whatever is wrong becomes a [Problem], and all of
/// them together an [InvalidScenarioException].
///
/// [BatchLoader] reads a file that names many such scenarios, with the same care.
package io.tailrace.scenario;
