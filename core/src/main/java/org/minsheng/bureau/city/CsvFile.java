package org.minsheng.bureau.city;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * One file of the city: UTF-8, commas, LF, quotes only where they are needed. It counts its lines, hashes its bytes and
 * remembers which lines are bad and why.
 */
final class CsvFile implements Closeable {
    /** Stands in a field for a quote that is written as it is, unescaped: a broken one. */
    static final char BARE_QUOTE = '\uFFFE';

    /** Stands in a field for a byte that is in no character of any encoding. */
    static final char BROKEN_BYTE = '\uFFFF';

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int BYTES_PER_CHAR_MAX = 3;

    private final String name;
    private final OutputStream out;
    private final MessageDigest digest;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int filled;
    private long line;
    private long[] badLines = new long[16];
    private String[] badRules = new String[16];
    private int bad;

    CsvFile(Path folder, String name, String... header) {
        this.name = name;
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
            this.out = Files.newOutputStream(folder.resolve(name));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform must have SHA-256", impossible);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        good(header);
    }

    /** Writes a good row. */
    void good(String... fields) {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                put((byte) ',');
            }
            field(fields[i]);
        }
        put((byte) '\n');
        line++;
    }

    /** Writes a row that must be rejected for this rule. */
    void bad(String rule, String... fields) {
        good(fields);
        if (bad == badLines.length) {
            badLines = Arrays.copyOf(badLines, 2 * bad);
            badRules = Arrays.copyOf(badRules, 2 * bad);
        }
        badLines[bad] = line;
        badRules[bad++] = rule;
    }

    private void field(String field) {
        boolean quoted = field.indexOf(',') >= 0 || field.indexOf('"') >= 0;
        if (quoted) {
            put((byte) '"');
        }
        for (int i = 0; i < field.length(); i++) {
            char character = field.charAt(i);
            if (character < 0x80) {
                put((byte) character);
                if (character == '"') {
                    put((byte) '"');
                }
            } else {
                wide(character);
            }
        }
        if (quoted) {
            put((byte) '"');
        }
    }

    private void wide(char character) {
        if (character == BARE_QUOTE) {
            put((byte) '"');
        } else if (character == BROKEN_BYTE) {
            put((byte) 0xFF);
        } else {
            byte[] bytes = buffer;
            if (filled > bytes.length - BYTES_PER_CHAR_MAX) {
                flush();
            }
            if (character < 0x800) {
                bytes[filled++] = (byte) (0xC0 | character >> 6);
            } else {
                bytes[filled++] = (byte) (0xE0 | character >> 12);
                bytes[filled++] = (byte) (0x80 | (character >> 6 & 0x3F));
            }
            bytes[filled++] = (byte) (0x80 | (character & 0x3F));
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
        try {
            out.write(buffer, 0, filled);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        filled = 0;
    }

    /** Ends the file and says what it holds. */
    CityManifest.FileEntry finish() {
        flush();
        close();
        return new CityManifest.FileEntry(
                name, rows(), rows() - bad, bad, HexFormat.of().formatHex(digest.digest()));
    }

    /** Rows without the header. */
    long rows() {
        return line - 1;
    }

    /** Writes the bad rows into the manifest, a line each, in the order of the file. */
    void listBadRows(Appender manifest) throws IOException {
        for (int i = 0; i < bad; i++) {
            manifest.badRow(name, badLines[i], badRules[i]);
        }
    }

    /** Takes one bad row after the other. */
    interface Appender {
        void badRow(String file, long line, String rule) throws IOException;
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
