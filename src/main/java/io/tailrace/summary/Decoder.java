package io.tailrace.summary;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// Reads what an [Encoder] wrote, in the same order.
///
/// Bytes that end too early or hold no such number are an [IllegalArgumentException]; whether they are the bytes that
/// were written is for a checksum to say.
public final class Decoder {
    private final byte[] bytes;
    private int at;

    public Decoder(byte[] bytes) {
        this.bytes = bytes;
    }

    public long count() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[require(1)];
            value |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IllegalArgumentException("no number ends before byte " + at);
    }

    public long signed() {
        long value = count();
        return value >>> 1 ^ -(value & 1);
    }

    /// Of things that follow, at most `most`.
    public int number(int most) {
        long number = count();
        if (number < 0 || number > most) {
            throw new IllegalArgumentException(number + " things before byte " + at + ", at most " + most);
        }
        return (int) number;
    }

    public double bits() {
        return Double.longBitsToDouble(ByteBuffer.wrap(bytes, require(Double.BYTES), Double.BYTES).getLong());
    }

    public boolean flag() {
        return number(1) == 1;
    }

    public String text() {
        int length = number(bytes.length);
        return new String(bytes, require(length), length, StandardCharsets.UTF_8);
    }

    /// Whether everything has been read.
    public boolean isAtEnd() {
        return at == bytes.length;
    }

    /// Place of so many bytes, which are read by this.
    private int require(int length) {
        if (length > bytes.length - at) {
            throw new IllegalArgumentException("ends after " + bytes.length + " bytes");
        }
        int from = at;
        at += length;
        return from;
    }
}
