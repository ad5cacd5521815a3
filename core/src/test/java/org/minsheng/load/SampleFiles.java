package org.minsheng.load;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Writes and opens small files. */
final class SampleFiles {
    private SampleFiles() {}

    static Path write(Path folder, String name, String content) {
        return write(folder, name, content.getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path folder, String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] gzip(byte[] content) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return packed.toByteArray();
    }

    static InputStream noInput() {
        return new ByteArrayInputStream(new byte[0]);
    }

    static Source open(Path file) {
        return Source.open(file.toString(), noInput(), Source.Wishes.NONE);
    }

    /** Each record as its line, its fields in brackets and its trouble: {@code 2[a|b]load.ragged-row}. */
    static List<String> describe(RecordReader reader) {
        List<String> described = new ArrayList<>();
        RawRecord record = new RawRecord();
        while (reader.next(record)) {
            String trouble =
                    record.trouble() == null ? "" : record.trouble().code().code();
            described.add(record.line() + "[" + String.join("|", record.texts()) + "]" + trouble);
        }
        return described;
    }
}
