package io.tailrace.catalogue;

import java.nio.file.Path;

/// A process of its own that enters runs: `RESULTS NAME COUNT`.
final class CatalogueWriter {
    private CatalogueWriter() {}

    public static void main(String[] arguments) {
        Catalogue catalogue = Catalogue.in(Path.of(arguments[0]));
        for (int i = 0; i < Integer.parseInt(arguments[2]); i++) {
            catalogue.put(Entries.done(arguments[1] + "-" + i, i));
        }
    }
}
