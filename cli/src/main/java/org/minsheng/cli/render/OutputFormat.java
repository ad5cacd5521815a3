package org.minsheng.cli.render;

import java.util.Locale;
import java.util.Optional;

/** A form of results on the standard output. */
public enum OutputFormat {
    /** Aligned columns, for people. */
    TABLE,
    /** A line a value, for people. */
    VERTICAL,
    CSV,
    /** Tabs between values; tab, line feed and backslash in a value are written {@code \t \n \\}. */
    TSV,
    /** One array of objects, or one object for a single result. */
    JSON,
    /** One object a line. */
    NDJSON;

    /** The word of {@code -o}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The format of that name in any case. */
    public static Optional<OutputFormat> of(String word) {
        for (OutputFormat format : values()) {
            if (format.name().equalsIgnoreCase(word)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }

    /** Whether programs read it as JSON; errors then are JSON, too. */
    public boolean isJson() {
        return this == JSON || this == NDJSON;
    }
}
