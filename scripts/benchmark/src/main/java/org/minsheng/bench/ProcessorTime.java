package org.minsheng.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Processor time as Linux counts it: on a busy machine a steadier measure than the clock. */
final class ProcessorTime {
    private static final double TICKS_PER_SECOND = 100;
    private static final int PARENT = 1;
    private static final int USER = 11;
    private static final int SYSTEM = 12;
    private static final int ENDED_CHILDREN_USER = 13;
    private static final int ENDED_CHILDREN_SYSTEM = 14;

    private ProcessorTime() {}

    /** Seconds that this process has used so far. */
    static double ofSelf() throws IOException {
        String[] fields = fields(Path.of("/proc/self/stat"));
        return (number(fields, USER) + number(fields, SYSTEM)) / TICKS_PER_SECOND;
    }

    /** Seconds that a server has used so far: its main process, its living and its ended children. */
    static double ofServer(long pid) throws IOException {
        String[] own = fields(Path.of("/proc/" + pid + "/stat"));
        long ticks = number(own, USER)
                + number(own, SYSTEM)
                + number(own, ENDED_CHILDREN_USER)
                + number(own, ENDED_CHILDREN_SYSTEM);
        try (DirectoryStream<Path> all = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (Path process : all) {
                ticks += ofChild(process.resolve("stat"), pid);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static long ofChild(Path stat, long parent) throws IOException {
        try {
            String[] fields = fields(stat);
            return number(fields, PARENT) == parent ? number(fields, USER) + number(fields, SYSTEM) : 0;
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    /** The fields behind the name, which may hold anything. */
    private static String[] fields(Path stat) throws IOException {
        String line = Files.readString(stat);
        return line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
    }

    private static long number(String[] fields, int index) {
        return Long.parseLong(fields[index].strip());
    }
}
