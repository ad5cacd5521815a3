package org.minsheng.load;

import java.nio.file.Path;

/**
 * One file of a load.
 *
 * @param kind what it holds
 * @param source where it comes from; the caller closes it
 * @param nestedIn in NDJSON, the array in which its records are nested; null when they stand alone
 * @param rejects where its rejects are written; null for {@code rejects/KIND-RUN.csv} in the request's folder
 */
public record LoadFile(FileKind kind, Source source, String nestedIn, Path rejects) {
    /** A file whose records stand alone. */
    public static LoadFile of(FileKind kind, Source source) {
        return new LoadFile(kind, source, null, null);
    }

    /** The records nested in the objects of another kind's NDJSON. */
    public static LoadFile nested(FileKind kind, Source source, FileKind parent) {
        return new LoadFile(kind, source, parent.nestedArray(), null);
    }

    /** The same file with its rejects written there. */
    public LoadFile rejectsTo(Path file) {
        return new LoadFile(kind, source, nestedIn, file);
    }
}
