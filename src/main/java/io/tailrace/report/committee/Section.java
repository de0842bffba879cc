package io.tailrace.report.committee;

import java.util.List;

/// A chapter of the report; one without parts is left out.
///
/// @param id plain letters, by which links find it
record Section(String id, String title, List<Part> parts) {}
