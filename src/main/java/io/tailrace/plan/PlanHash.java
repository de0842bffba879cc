package io.tailrace.plan;

import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// The SHA-256 of a plan: of every number in it to the bit, and of every name.
///
/// Why: curves are fitted with the platform's own exponentials, whose last bits may differ from one processor to another.
/// Two machines whose plans have one hash give the same paths.
public final class PlanHash {
    private final MessageDigest digest;

    private PlanHash() throws NoSuchAlgorithmException {
        digest = MessageDigest.getInstance("SHA-256");
    }

    /// In hexadecimal.
    public static String of(Plan plan) {
        try {
            var hash = new PlanHash();
            hash.add(plan);
            return HexFormat.of().formatHex(hash.digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /// Each value after its kind and, where it may vary, its length, so that no two plans give the same bytes.
    private void add(Object value) {
        switch (value) {
            case Double number -> add('d', Double.doubleToRawLongBits(number));
            case Integer number -> add('i', number);
            case Boolean flag -> add('b', flag ? 1 : 0);
            case String text -> {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                add('s', bytes.length);
                digest.update(bytes);
            }
            case Enum<?> constant -> add(constant.name());
            case List<?> list -> {
                add('l', list.size());
                list.forEach(this::add);
            }
            case Record record -> addComponents(record);
            case Object array when array.getClass().isArray() -> {
                add('a', Array.getLength(array));
                for (int i = 0; i < Array.getLength(array); i++) {
                    add(Array.get(array, i));
                }
            }
            default -> throw new IllegalStateException("a plan holds a " + value.getClass());
        }
    }

    private void addComponents(Record record) {
        RecordComponent[] components = record.getClass().getRecordComponents();
        add(record.getClass().getSimpleName());
        add('r', components.length);
        for (RecordComponent component : components) {
            try {
                component.getAccessor().setAccessible(true);
                add(component.getAccessor().invoke(record));
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }
    }

    private void add(char kind, long value) {
        digest.update(ByteBuffer.allocate(Character.BYTES + Long.BYTES).putChar(kind).putLong(value).array());
    }
}
