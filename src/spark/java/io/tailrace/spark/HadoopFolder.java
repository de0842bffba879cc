package io.tailrace.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/// A folder on any file system that Hadoop knows.
record HadoopFolder(FileSystem system, Path path) {
    static HadoopFolder of(String uri, Configuration configuration) throws IOException {
        var path = new Path(uri);
        return new HadoopFolder(path.getFileSystem(configuration), path);
    }

    HadoopFolder child(String name) {
        return new HadoopFolder(system, new Path(path, name));
    }

    boolean exists() throws IOException {
        return system.exists(path);
    }

    /// Names of the folders in it that are not hidden; none where it is not there.
    List<String> folders() throws IOException {
        try {
            return Arrays.stream(system.listStatus(path))
                    .filter(FileStatus::isDirectory)
                    .map(status -> status.getPath().getName())
                    .filter(name -> !name.startsWith("."))
                    .toList();
        } catch (FileNotFoundException none) {
            return List.of();
        }
    }

    /// Names of all files below it.
    List<String> files() throws IOException {
        var names = new ArrayList<String>();
        for (FileStatus status : system.listStatus(path)) {
            String name = status.getPath().getName();
            if (status.isDirectory()) {
                child(name).files().forEach(file -> names.add(name + "/" + file));
            } else {
                names.add(name);
            }
        }
        return names;
    }

    /// Copies a local file or folder to here: whole or not at all. An older one goes only after the new one is there.
    void put(java.nio.file.Path local, boolean replace) throws IOException {
        Path parent = path.getParent();
        Path draft = new Path(parent, "." + path.getName() + ".unfinished-" + UUID.randomUUID());
        Path old = new Path(parent, "." + path.getName() + ".replaced-" + UUID.randomUUID());
        system.mkdirs(parent);
        try {
            system.copyFromLocalFile(false, true, new Path(local.toUri()), draft);
            if (replace && system.exists(path)) {
                rename(path, old);
            }
            if (system.exists(path)) {
                throw new IOException(path + " has come into being meanwhile");
            }
            rename(draft, path);
            system.delete(old, true);
        } finally {
            system.delete(draft, true);
        }
    }

    /// Copies a file from here.
    void get(java.nio.file.Path local) throws IOException {
        system.copyToLocalFile(false, path, new Path(local.toUri()), true);
    }

    private void rename(Path from, Path to) throws IOException {
        if (!system.rename(from, to)) {
            throw new IOException(from + " could not be renamed to " + to);
        }
    }
}
