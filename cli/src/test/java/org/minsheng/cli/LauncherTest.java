package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher {@code scripts/minsheng} in a checkout that is built, each time as a process of its own. */
class LauncherTest {
    private static final String VERSION = "1.2.3";
    private static final int ARCHIVE_SECONDS_MAX = 120;

    @TempDir
    private static Path root;

    @TempDir
    private Path folder;

    private final Map<String, String> variables = new LinkedHashMap<>();

    /** What a process printed and how it ended. */
    private record Ended(int exit, String out, String err) {}

    @BeforeAll
    static void build() throws IOException {
        Path scripts = Files.createDirectories(root.resolve("scripts"));
        Files.copy(Path.of("..", "scripts", "minsheng"), scripts.resolve("minsheng"));
        assertThat(scripts.resolve("minsheng").toFile().setExecutable(true)).isTrue();
        Path lib = Files.createDirectories(root.resolve("cli/target/app/lib"));
        List<String> classPath = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry).toAbsolutePath();
            if (path.endsWith(Path.of("core", "target", "classes")) || isCore(path)) {
                core(path, lib.resolve("minsheng-core-test.jar"));
                classPath.add("lib/minsheng-core-test.jar");
            } else if (Files.isRegularFile(path)) {
                classPath.add(path.toUri().toString());
            }
        }
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Minsheng.class.getName());
        manifest.getMainAttributes().put(Attributes.Name.IMPLEMENTATION_VERSION, VERSION);
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, String.join(" ", classPath));
        jar(Path.of("target", "classes"), manifest, root.resolve("cli/target/app/minsheng.jar"));
    }

    private static boolean isCore(Path path) {
        String name = path.getFileName().toString();
        return name.startsWith("minsheng-core-") && name.endsWith(".jar") && !name.endsWith("-tests.jar");
    }

    private static void core(Path classes, Path jar) throws IOException {
        if (Files.isDirectory(classes)) {
            jar(classes, new Manifest(), jar);
        } else {
            Files.copy(classes, jar);
        }
    }

    private static void jar(Path classes, Manifest manifest, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = classes.relativize(file).toString();
                if (!name.startsWith("META-INF")) {
                    out.putNextEntry(new ZipEntry(name));
                    out.write(Files.readAllBytes(file));
                    out.closeEntry();
                }
            }
        }
    }

    /** Runs it in a home where no archive can be made: nothing goes on behind our back. */
    private Ended run(Path launcher, String... words) throws Exception {
        Path home = folder.resolve("home");
        Files.createDirectories(home);
        if (Files.notExists(home.resolve("start"))) {
            Files.writeString(home.resolve("start"), "");
        }
        return runAtHome(home, launcher, words);
    }

    private Ended runAtHome(Path home, Path launcher, String... words) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", launcher.toString()));
        command.addAll(List.of(words));
        File out = folder.resolve("out").toFile();
        File err = folder.resolve("err").toFile();
        ProcessBuilder process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(new File("/dev/null"))
                .redirectOutput(out)
                .redirectError(err);
        process.environment().keySet().removeIf(name -> !name.equals("PATH"));
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().put("HOME", folder.toString());
        process.environment().put("MINSHENG_HOME", home.toString());
        process.environment().put("LC_ALL", "C.UTF-8");
        variables.forEach((name, value) -> {
            if (value.isEmpty()) {
                process.environment().remove(name);
            } else {
                process.environment().put(name, value);
            }
        });
        int exit = process.start().waitFor();
        return new Ended(exit, Files.readString(out.toPath()), Files.readString(err.toPath()));
    }

    private static Path launcher() {
        return root.resolve("scripts/minsheng");
    }

    @Test
    void isFoundThroughSymbolicLinks() throws Exception {
        Path links = Files.createDirectories(root.resolve("links/bin"));
        Path absolute = Files.createSymbolicLink(links.resolve("minsheng"), launcher());
        Path relative = Files.createSymbolicLink(root.resolve("links/ms"), Path.of("bin", "minsheng"));

        for (Path link : List.of(launcher(), absolute, relative)) {
            assertThat(run(link, "--version")).isEqualTo(new Ended(0, "minsheng " + VERSION + "\n", ""));
        }
    }

    @Test
    void saysHowToBuildWhatIsNotBuilt() throws Exception {
        Path bare = Files.createDirectories(folder.resolve("bare/scripts")).resolve("minsheng");
        Files.copy(launcher(), bare);

        Ended ended = run(bare, "--version");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.out()).isEmpty();
        assertThat(ended.err())
                .startsWith("error: minsheng is not built yet\nhint: build it: (cd " + folder.toRealPath()
                        + "/bare && mvn");
    }

    @Test
    void saysWhatJavaItNeeds() throws Exception {
        Path old = Files.createDirectories(folder.resolve("old/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\necho '    java.specification.version = 1.8' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        variables.put("JAVA_HOME", folder.resolve("old").toString());

        Ended ended = run(launcher(), "--version");

        assertThat(ended.exit()).isEqualTo(1);
        assertThat(ended.err()).startsWith("error: minsheng needs Java 17 or newer, and " + old + " is older\nhint: ");
    }

    @Test
    void readsChineseNamesWhereCronHasNoLocale() throws Exception {
        variables.put("LC_ALL", "");
        Path home = Files.createDirectories(folder.resolve("主目录"));
        Files.writeString(home.resolve("start"), "");

        Ended ended = runAtHome(home, launcher(), "config", "show", "-o", "csv");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).contains("home," + home + "\n");
    }

    @Test
    void addsTheOptionsOfTheVirtualMachine() throws Exception {
        variables.put("MINSHENG_JAVA_OPTIONS", "-Xmx300m -Xms16m");

        assertThat(run(launcher(), "doctor", "-o", "csv").out()).contains("\njava,warn,Java ", " may take only 3");
    }

    @Test
    void keepsTheWordsOfTheVirtualMachineOffTheStandardOutput() throws Exception {
        variables.put("MINSHENG_JAVA_OPTIONS", "-XX:+PrintFlagsFinal");

        Ended ended = run(launcher(), "--version");

        assertThat(ended.out()).isEqualTo("minsheng " + VERSION + "\n");
        assertThat(ended.err()).contains("[Global flags]");
    }

    @Test
    void keepsTheWarningsOfTheVirtualMachineToItself() throws Exception {
        variables.put("MINSHENG_JAVA_OPTIONS", "-Xmx64m -Xmn128m");
        Process bare = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx64m",
                        "-Xmn128m",
                        "-version")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(new String(bare.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .as("it warns of these options, on the standard output")
                .contains("[warning]");

        assertThat(run(launcher(), "--version")).isEqualTo(new Ended(0, "minsheng " + VERSION + "\n", ""));
    }

    @Test
    void keepsStatusAndStreamsApart() throws Exception {
        Ended ended = run(launcher(), "id", "check", "1", "-o", "csv");

        assertThat(ended.exit()).isEqualTo(8);
        assertThat(ended.out()).startsWith("line,number,");
        assertThat(ended.err()).isEqualTo("error: 1 of 1 numbers are not valid.\n");
    }

    @Test
    void makesTheArchiveOnceAndStartsFromItAfterwards() throws Exception {
        Path home = Files.createDirectories(folder.resolve("own"));
        Path start = Files.createDirectories(home.resolve("start"));
        try (WatchService changes = start.getFileSystem().newWatchService()) {
            start.register(changes, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_DELETE);
            assertThat(runAtHome(home, launcher(), "--version").out()).isEqualTo("minsheng " + VERSION + "\n");
            awaitArchive(start, changes);
        }
        Path archive = archive(start);
        FileTime made = Files.getLastModifiedTime(archive);
        Path log = folder.resolve("classes.log");
        variables.put("MINSHENG_JAVA_OPTIONS", "-Xlog:class+load:file=" + log);

        assertThat(runAtHome(home, launcher(), "--version").out()).isEqualTo("minsheng " + VERSION + "\n");

        assertThat(Files.readString(log))
                .containsPattern("org\\.minsheng\\.cli\\.Minsheng source: shared objects file");
        assertThat(Files.getLastModifiedTime(archive)).isEqualTo(made);
        variables.remove("MINSHENG_JAVA_OPTIONS");
        brokenArchiveSpoilsNothing(home, archive);
    }

    /** What the virtual machine thinks of an archive is nothing for the standard output. */
    private void brokenArchiveSpoilsNothing(Path home, Path archive) throws Exception {
        // The virtual machine makes it read-only.
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        Ended ended = runAtHome(home, launcher(), "--version");

        assertThat(ended.exit()).isZero();
        assertThat(ended.out()).isEqualTo("minsheng " + VERSION + "\n");
    }

    private static void awaitArchive(Path start, WatchService changes) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(ARCHIVE_SECONDS_MAX);
        while (!isComplete(start)) {
            WatchKey key = changes.poll(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            assertThat(key).as("the archive within %d s", ARCHIVE_SECONDS_MAX).isNotNull();
            key.pollEvents();
            key.reset();
        }
    }

    /** The archive, the list of what it was made from, and no folder of its maker any more. */
    private static boolean isComplete(Path start) throws IOException {
        List<String> names = names(start);
        return names.stream().anyMatch(name -> name.endsWith(".files"))
                && names.stream().noneMatch(name -> name.endsWith(".making"));
    }

    private static Path archive(Path start) throws IOException {
        return names(start).stream()
                .filter(name -> name.endsWith(".jsa") || name.endsWith(".aot"))
                .map(start::resolve)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(Path start) throws IOException {
        try (Stream<Path> files = Files.list(start)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }
}
