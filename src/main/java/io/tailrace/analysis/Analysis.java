package io.tailrace.analysis;

/// A finished analysis: a record whose components are what was found, each number with its interval.
///
/// One is made by its [AnalysisKind] from a [Study]. Every component reaches the reader of the JSON under its name, so
/// names end in their unit where they have one. The report has a table for each: the list is closed so that the
/// compiler asks for it.
public sealed interface Analysis
        permits
        BackTest,
        BreakEven,
        ContractRisk,
        ControlledMeans,
        Information,
        MixFrontier,
        Providers,
        Ranks,
        ReverseStress,
        ShapleyShares,
        SobolShares,
        Stress,
        TailRisk,
        Tornado {}
