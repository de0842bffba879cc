package io.tailrace.spark;

import java.net.URI;
import org.apache.hadoop.fs.RawLocalFileSystem;

/// The local disk under a name that makes it a file system like HDFS: what is not meant for it, it refuses.
public final class Elsewhere extends RawLocalFileSystem {
    @Override
    public URI getUri() { return URI.create("elsewhere:///"); }

    @Override
    public String getScheme() { return "elsewhere"; }
}
