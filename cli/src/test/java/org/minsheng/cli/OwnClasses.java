package org.minsheng.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.minsheng.base.Problem;

/** The classes of core and cli by name, whether they stand in folders or in jars. */
public final class OwnClasses {
    private OwnClasses() {}

    /** Those whose simple name ends so; loaded, not initialised. */
    public static List<Class<?>> named(String ending) {
        List<Class<?>> found = new ArrayList<>();
        for (Class<?> anchor : List.of(Problem.class, Minsheng.class)) {
            for (String name : names(anchor)) {
                if (name.endsWith(ending)) {
                    found.add(load(name));
                }
            }
        }
        return found;
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, OwnClasses.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Class<?> anchor) {
        try {
            Path place = Path.of(
                    anchor.getProtectionDomain().getCodeSource().getLocation().toURI());
            if (Files.isDirectory(place)) {
                return names(place);
            }
            try (FileSystem jar = FileSystems.newFileSystem(place)) {
                return names(jar.getPath("/"));
            }
        } catch (IOException | URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> names(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.startsWith("org") && file.endsWith(".class"))
                    .map(file ->
                            file.substring(0, file.length() - ".class".length()).replace('/', '.'))
                    .toList();
        }
    }
}
