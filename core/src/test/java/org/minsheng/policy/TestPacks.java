package org.minsheng.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The packs that only tests use, and the shipped ones. */
public final class TestPacks {
    private TestPacks() {}

    /** Every pack there is. */
    public static List<String> names() {
        return List.of("qingdao-demo", "tengzhou-ltc-demo", "japan", "generic", "language");
    }

    public static CompiledPack compiled(String name) {
        return PackCompiler.compile(text(name));
    }

    public static String text(String name) {
        try (InputStream text = TestPacks.class.getResourceAsStream("packs/" + name + ".yaml")) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
