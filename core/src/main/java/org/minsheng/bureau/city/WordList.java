package org.minsheng.bureau.city;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A tab-separated list that ships with this package; its first line names the columns. */
final class WordList {
    private WordList() {}

    static List<String[]> read(String name) {
        try (InputStream in = WordList.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("not shipped: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A list whose second column is a weight. */
    static Weighted<String[]> weighted(String name) {
        return Weighted.of(read(name), entry -> Integer.parseInt(entry[1]));
    }
}
