package org.minsheng.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.minsheng.base.Problem;

/** The packs that are shipped: demonstrations, unverified. */
public final class Packs {
    private static final List<String> BUILT_IN = List.of("qingdao-demo", "tengzhou-ltc-demo");

    private Packs() {}

    /** Names of the shipped packs. */
    public static List<String> builtInNames() {
        return BUILT_IN;
    }

    /** The text of a shipped pack; {@link PolicyProblem#UNKNOWN_PACK} for another name. */
    public static String builtInText(String name) {
        if (!BUILT_IN.contains(name)) {
            throw Problem.of(PolicyProblem.UNKNOWN_PACK)
                    .with("pack", name)
                    .with("known", String.join(", ", BUILT_IN))
                    .asException();
        }
        try (InputStream text = Packs.class.getResourceAsStream("packs/" + name + ".yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A shipped pack, compiled. */
    public static CompiledPack builtIn(String name) {
        return PackCompiler.compile(builtInText(name));
    }
}
