package org.minsheng.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The bare means of writing files: their bytes, copied through a buffer. */
final class BareFiles {
    private BareFiles() {}

    static long copy(Path from, Path to) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(from)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        Files.createDirectories(to);
        long bytes = 0;
        for (Path file : files) {
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out = Files.newOutputStream(to.resolve(file.getFileName()))) {
                bytes += in.transferTo(out);
            }
        }
        return bytes;
    }
}
