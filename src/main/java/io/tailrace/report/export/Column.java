package io.tailrace.report.export;

import java.util.List;
import java.util.function.IntPredicate;

/// A column of a table: what the dictionary says of it, and its values.
///
/// @param unit empty where there is none
/// @param source where the values come from
record Column(String name, String unit, String meaning, String source, Values values) {
    /// Of one type, a value to a row.
    sealed interface Values {
        int rows();

        /// How the dictionary calls the type.
        String type();

        /// RFC 4180 has no other way to say that a value is missing than an empty cell.
        default boolean isMissing(int row) {
            return false;
        }
    }

    record Words(List<String> values) implements Values {
        Words {
            values = List.copyOf(values);
        }

        @Override
        public int rows() { return values.size(); }

        @Override
        public String type() { return "text"; }
    }

    record Whole(long[] values) implements Values {
        @Override
        public int rows() { return values.length; }

        @Override
        public String type() { return "64-bit integer"; }
    }

    /// NaN where a value is missing.
    record Real(double[] values) implements Values {
        @Override
        public int rows() { return values.length; }

        @Override
        public String type() { return "64-bit float"; }

        @Override
        public boolean isMissing(int row) { return Double.isNaN(values[row]); }
    }

    record Flag(boolean[] values) implements Values {
        static Flag of(int rows, IntPredicate isSet) {
            boolean[] values = new boolean[rows];
            for (int row = 0; row < rows; row++) {
                values[row] = isSet.test(row);
            }
            return new Flag(values);
        }

        @Override
        public int rows() { return values.length; }

        @Override
        public String type() { return "true or false"; }
    }
}
