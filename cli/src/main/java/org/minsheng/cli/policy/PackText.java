package org.minsheng.cli.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.minsheng.cli.command.Invocation;
import org.minsheng.policy.Packs;

/** Finds the text of a pack: the standard input for {@code -}, a file, or a shipped pack by its name. */
final class PackText {
    private PackText() {}

    static String of(Invocation invocation, String pack) throws IOException {
        if (pack.equals("-")) {
            return new String(invocation.inBytes().readAllBytes(), StandardCharsets.UTF_8);
        }
        Path file = Path.of(pack);
        if (!Files.exists(file) && Packs.builtInNames().contains(pack)) {
            return Packs.builtInText(pack);
        }
        return Files.readString(file);
    }
}
