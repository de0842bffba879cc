package io.tailrace.catalogue;

import io.tailrace.catalogue.Entry.HeadlineNumber;
import java.time.Instant;
import java.util.List;

/// Entries as tests of the catalogue make them up.
final class Entries {
    private Entries() {}

    static Entry done(String folder, int number) {
        var request = new Request("aws", "a".repeat(64), List.of("price-war", "tokenService.floor=0"), "sobol 4096",
                -number, 65_536, List.of("mean(npvTaas) within 1 %"));
        var maker = new Entry.Maker("0.1.0", "abc", "0123456789abcdef", "Linux", 2);
        var headline = List.of(
                new HeadlineNumber("mean(npvTaas)", "$M", 1.5 * number, 1, 2),
                new HeadlineNumber("p5(npvTaas)", "$M", 0.1, Double.NaN, Double.NaN));
        return new Entry(folder, Entry.State.DONE, request, maker, Instant.parse("2026-06-30T10:00:00Z").plusSeconds(
                number), 12.25, 65_536, "all targets hold", "b".repeat(64), headline, "");
    }
}
