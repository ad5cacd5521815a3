package org.minsheng.cli.doctor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fonts with Chinese glyphs, known by the names of their files. */
final class ChineseFonts {
    private static final int DEPTH_MAX = 6;

    private static final Pattern NAME = Pattern.compile(
            "(?i)(droidsansfallback|wqy-|noto(sans|serif).?cjk|notosans(sc|tc)|sourcehan|uming|ukai|simsun|simhei|simkai"
                    + "|msyh|fangsong|fandol|arphic|unifont).*[.](ttf|ttc|otf)");

    private ChineseFonts() {}

    /** The first one below these folders. */
    static Optional<Path> find(List<Path> folders) {
        return folders.stream().flatMap(folder -> first(folder).stream()).findFirst();
    }

    private static Optional<Path> first(Path folder) {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.walk(folder, DEPTH_MAX)) {
            return files.filter(
                            file -> NAME.matcher(file.getFileName().toString()).matches())
                    .min(Path::compareTo);
        } catch (IOException | UncheckedIOException e) {
            // A folder that cannot be read has no font for us.
            return Optional.empty();
        }
    }
}
