package org.minsheng.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.stream.Stream;

/** What a benchmark ran on: figures mean nothing without it. */
final class Machine {
    private static final double GIBI = 1L << 30;
    private static final double KIBIS_PER_GIBI = 1L << 20;

    private Machine() {}

    /** One line: date, processor, cores, memory, disk, Java, PostgreSQL, load. */
    static String describe(BenchHome home) throws IOException {
        FileStore disk = Files.getFileStore(home.folder());
        return String.format(
                Locale.ROOT,
                "machine: %s · %s · %d cores · %.1f GiB memory · disk %s, %.0f GiB free · Linux %s · Java %s · "
                        + "PostgreSQL %s, fsync %s · load %.1f",
                LocalDate.now(java.time.ZoneId.of("Asia/Shanghai")),
                valueOf(Path.of("/proc/cpuinfo"), "model name"),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                disk.type(),
                disk.getUsableSpace() / GIBI,
                System.getProperty("os.version"),
                Runtime.version(),
                home.setting("server_version"),
                home.setting("fsync"),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private static double memory() throws IOException {
        return kibis(Path.of("/proc/meminfo"), "MemTotal") / KIBIS_PER_GIBI;
    }

    /** The most memory that this process has had, in bytes; 0 where the system does not tell. */
    static long peakBytes() throws IOException {
        return kibis(Path.of("/proc/self/status"), "VmHWM") << 10;
    }

    private static long kibis(Path file, String name) throws IOException {
        String value = valueOf(file, name);
        return value.isEmpty() ? 0 : Long.parseLong(value, 0, value.indexOf(' '), 10);
    }

    private static String valueOf(Path file, String name) throws IOException {
        if (!Files.isReadable(file)) {
            return "";
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("");
        }
    }
}
