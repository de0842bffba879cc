package io.tailrace.summary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Numbers to bytes: whole numbers in as few bytes as they need, doubles to the bit.
///
/// Source: base-128 groups, low ones first, as in DWARF's LEB128; signs by zigzag. [Decoder] is the way back.
public final class Encoder {
    private byte[] bytes = new byte[1 << 16];
    private int size;

    /// A whole number, small where it is small; negative ones take ten bytes.
    public void count(long value) {
        room(10);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest & 0x7f | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    /// A whole number of either sign, small where it is near 0.
    public void signed(long value) {
        count(value << 1 ^ value >> 63);
    }

    public void bits(double value) {
        room(Double.BYTES);
        ByteBuffer.wrap(bytes, size, Double.BYTES).putLong(Double.doubleToRawLongBits(value));
        size += Double.BYTES;
    }

    public void flag(boolean value) {
        count(value ? 1 : 0);
    }

    public void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        count(utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    /// All that was written.
    public byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }
}
