package io.tailrace.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.stream.Stream;

/// A folder that takes its name only when it is whole; until then it is a hidden neighbour of the target.
///
/// Why the hook: a run that is stopped by Ctrl-C while it writes removes what it wrote.
public final class UnfinishedFolder implements AutoCloseable {
    private final Path target;
    private final Path folder;
    private final Thread hook = new Thread(this::removeQuietly);
    private boolean removed;

    public UnfinishedFolder(Path target) throws IOException {
        this.target = target;
        Path parent = Files.createDirectories(target.getParent());
        folder = Files.createTempDirectory(parent, "." + target.getFileName() + ".unfinished-");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    public synchronized void add(String name, byte[] content) throws IOException {
        if (removed) {
            throw new IOException("stopped");
        }
        Files.write(folder.resolve(name), content);
    }

    /// Where a file of that name stands in it, for whoever writes it piece by piece.
    public synchronized Path place(String name) throws IOException {
        if (removed) {
            throw new IOException("stopped");
        }
        return folder.resolve(name);
    }

    /// A folder in it, for files whose names start with its own.
    synchronized void addFolder(String name) throws IOException {
        if (removed) {
            throw new IOException("stopped");
        }
        Files.createDirectories(folder.resolve(name));
    }

    /// Renames it; an older result in its place goes only after the new one stands there.
    public synchronized void finish(boolean replace) throws IOException {
        readableByAll();
        if (!Files.exists(target)) {
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        if (!replace) {
            throw new FileAlreadyExistsException(target.toString());
        }
        Path old = folder.resolveSibling(folder.getFileName().toString().replace(".unfinished-", ".replaced-"));
        Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        try {
            Files.move(folder, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            throw e;
        }
        delete(old);
    }

    /// Removes what was not finished.
    @Override
    public void close() throws IOException {
        removeQuietly();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException stopping) {
            throw new IOException("stopped", stopping);
        }
    }

    private synchronized void removeQuietly() {
        removed = true;
        try {
            delete(folder);
        } catch (IOException e) {
            System.getLogger(UnfinishedFolder.class.getName())
                    .log(System.Logger.Level.WARNING, "{0} could not be removed: {1}", folder, e.getMessage());
        }
    }

    /// Temporary folders are private to their owner; a result has the rights that a new folder usually has.
    private void readableByAll() throws IOException {
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }
}
