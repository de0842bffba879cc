package io.tailrace.report.committee;

/// What a section is made of.
sealed interface Part permits Chart, Heading, Sentence, Table {}
