/// Blocks on an Apache Spark cluster: the local commands, with another answer to who computes.
package io.tailrace.spark;
