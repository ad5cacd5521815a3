package org.minsheng.cli.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.cli.command.Invocation;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.PackCompiler;
import org.minsheng.policy.Packs;
import org.minsheng.policy.PolicyProblem;

/**
 * The text of a pack: the standard input for {@code -}, a file, or a shipped pack by its name.
 *
 * @param name the file as people know it
 * @param text its text
 */
record PackText(String name, String text) {
    private static final Pattern PACK_NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /**
     * Reads it.
     *
     * @throws ProblemException {@code policy.not-text}, {@code policy.unknown-pack}
     */
    static PackText read(Invocation invocation, String pack) throws IOException {
        if (pack.equals("-")) {
            return decoded(
                    invocation.text("policy.standard-input"),
                    invocation.inBytes().readAllBytes());
        }
        Path file = Path.of(pack);
        if (!Files.exists(file) && PACK_NAME.matcher(pack).matches()) {
            return new PackText(pack, Packs.builtInText(pack));
        }
        return decoded(pack, Files.readAllBytes(file));
    }

    private static PackText decoded(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new PackText(name, text);
        } catch (CharacterCodingException e) {
            throw Problem.of(PolicyProblem.NOT_TEXT).with("file", name).asException(e);
        }
    }

    /** The pack, compiled; what is wrong with it names the file too. */
    CompiledPack compiled() {
        try {
            return PackCompiler.compile(text);
        } catch (ProblemException e) {
            throw e.problem().with("file", name).asException(e);
        }
    }
}
