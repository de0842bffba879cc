package io.tailrace.scenario;

/// Where a value was written; lines count from 1, and line 0 stands for a whole file or the command line.
public record Location(String file, int line) {
    static final Location COMMAND_LINE = new Location("--set", 0);

    @Override
    public String toString() {
        return line > 0 ? file + ":" + line : file;
    }
}
