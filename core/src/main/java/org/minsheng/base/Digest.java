package org.minsheng.base;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 of a result, streaming: UTF-8 lines of business columns, tab-separated, LF-ended, amounts as integers of fen.
 * Tab, line end and backslash inside a value are escaped and an absent value is {@code \N}, as PostgreSQL's COPY text
 * format has it: whoever wants to check a digest sorts with {@code COLLATE "C"}, copies out and runs {@code sha256sum}.
 *
 * <p>Not for several threads.
 */
public final class Digest {
    private static final int BUFFER_BYTES = 8192;
    private static final int LONG_DIGITS_MAX = 20;
    private static final ThreadLocal<MessageDigest> SHORT = ThreadLocal.withInitial(Digest::sha256);

    private final MessageDigest digest = sha256();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private boolean insideLine;

    private Digest() {}

    /** A digest of no lines yet. */
    public static Digest ofLines() {
        return new Digest();
    }

    /** The SHA-256 of some bytes, in 64 lower-case hexadecimal digits. */
    public static String sha256Hex(byte[] bytes) {
        return HexFormat.of().formatHex(sha256().digest(bytes));
    }

    /** The first byte, 0 to 255, of the SHA-256 of a short text. */
    static int firstByte(String text) {
        return SHORT.get().digest(text.getBytes(StandardCharsets.UTF_8))[0] & 0xFF;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must have SHA-256", impossible);
        }
    }

    /** Adds a column; null is an absent value. */
    public Digest column(String value) {
        separate();
        if (value == null) {
            put((byte) '\\');
            put((byte) 'N');
            return this;
        }
        for (int i = 0; i < value.length(); i++) {
            if (value.charAt(i) >= 0x80) {
                byte[] rest = value.substring(i).getBytes(StandardCharsets.UTF_8);
                for (byte one : rest) {
                    putEscaped(one);
                }
                return this;
            }
            putEscaped((byte) value.charAt(i));
        }
        return this;
    }

    /** Adds a column of a whole number, an amount in fen. */
    public Digest column(long value) {
        separate();
        if (value == Long.MIN_VALUE) {
            return raw(Long.toString(value));
        }
        if (buffer.length - filled < LONG_DIGITS_MAX) {
            flush();
        }
        if (value < 0) {
            buffer[filled++] = '-';
        }
        long rest = Math.abs(value);
        int digits = 1;
        for (long power = rest; power >= 10; power /= 10) {
            digits++;
        }
        for (int i = digits - 1; i >= 0; i--) {
            buffer[filled + i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        filled += digits;
        return this;
    }

    /** Ends the line. */
    public Digest endLine() {
        put((byte) '\n');
        insideLine = false;
        return this;
    }

    /** Adds a whole line of columns. */
    public Digest line(String... columns) {
        for (String column : columns) {
            column(column);
        }
        return endLine();
    }

    /** The digest of all lines, in 64 lower-case hexadecimal digits; the digest starts anew after it. */
    public String hex() {
        flush();
        return HexFormat.of().formatHex(digest.digest());
    }

    private Digest raw(String ascii) {
        for (int i = 0; i < ascii.length(); i++) {
            put((byte) ascii.charAt(i));
        }
        return this;
    }

    private void separate() {
        if (insideLine) {
            put((byte) '\t');
        }
        insideLine = true;
    }

    private void putEscaped(byte one) {
        byte escape =
                switch (one) {
                    case '\t' -> (byte) 't';
                    case '\n' -> (byte) 'n';
                    case '\r' -> (byte) 'r';
                    case '\\' -> (byte) '\\';
                    default -> 0;
                };
        if (escape == 0) {
            put(one);
        } else {
            put((byte) '\\');
            put(escape);
        }
    }

    private void put(byte one) {
        if (filled == buffer.length) {
            flush();
        }
        buffer[filled++] = one;
    }

    private void flush() {
        digest.update(buffer, 0, filled);
        filled = 0;
    }
}
