package io.tailrace.report.committee;

/// A title within a section, for what follows it up to the next one.
record Heading(String text) implements Part {}
