package org.minsheng.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Starts works in processes of their own, with the options that the launcher gives to such commands. */
final class Worker {
    /** As in {@code scripts/minsheng}. */
    private static final List<String> LAUNCHER_OPTIONS =
            List.of("-Xmx1g", "-XX:+UseSerialGC", "-Xshare:auto", "-Dfile.encoding=UTF-8");

    private final BenchHome home;

    Worker(BenchHome home) {
        this.home = home;
    }

    /** Runs a work on a database and waits for its end. */
    Measured run(Work work, String database, String... arguments) {
        home.settleDown();
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(LAUNCHER_OPTIONS);
        command.add(compiler(work));
        command.add("-D" + WorkerMain.VERBOSE + "=" + Boolean.getBoolean(WorkerMain.VERBOSE));
        // Whatever is spooled or rejected goes with the home.
        command.add("-Djava.io.tmpdir=" + home.folder("tmp"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WorkerMain.class.getName()));
        command.addAll(List.of(home.folder().toString(), database, work.name()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(work + " failed with status " + status);
            }
            String[] words = said.split(" ", -1);
            return new Measured(Double.parseDouble(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2]));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String compiler(Work work) {
        return work == Work.SETTLE ? "-XX:TieredStopAtLevel=1" : "-XX:+TieredCompilation";
    }
}
