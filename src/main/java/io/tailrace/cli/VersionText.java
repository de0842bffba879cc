package io.tailrace.cli;

import io.tailrace.report.Manifest;
import picocli.CommandLine;

/// What `--version` prints.
final class VersionText implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
        Manifest.Version version = Manifest.Version.ofThisProgram();
        return new String[]{
            "tailrace " + version.tailrace() + " (commit " + version.commit() + "), Java " + Runtime.version()
        };
    }
}
