package io.tailrace.plan;

/// The parameters' values on one path: a flat array read by name.
public final class Values {
    private final int[] offset;
    private final double[] values;

    Values(int[] offset, double[] values) {
        this.offset = offset;
        this.values = values;
    }

    /// Value of a scalar parameter.
    public double of(Parameter parameter) {
        return values[offset[parameter.ordinal()]];
    }

    /// Value of item `index` of a list parameter.
    public double of(Parameter parameter, int index) {
        return values[offset[parameter.ordinal()] + index];
    }

    /// Overwrites those of another path of the same plan.
    public void copyTo(Values other) {
        System.arraycopy(values, 0, other.values, 0, values.length);
    }

    public void set(int slot, double value) {
        values[slot] = value;
    }

    public double get(int slot) {
        return values[slot];
    }
}
