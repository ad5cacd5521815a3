package org.minsheng.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import org.minsheng.base.ProblemException;
import org.minsheng.cli.command.Invocation;

/** The home: whether it can be written, whether others can, whether its disk has room, whether its file can be read. */
final class HomeChecks {
    private static final long GIGABYTE = 1_000_000_000;
    private static final long FREE_BYTES_MIN = GIGABYTE;
    private static final long FREE_BYTES_WISHED = 5 * GIGABYTE;

    private final Invocation invocation;
    private final Findings findings;

    HomeChecks(Invocation invocation, Findings findings) {
        this.invocation = invocation;
        this.findings = findings;
    }

    void run() throws IOException {
        Path existing = nearestFolder(invocation.home());
        home(existing);
        disk(existing);
        settings();
    }

    private static Path nearestFolder(Path folder) {
        Path found = folder;
        while (!Files.isDirectory(found)) {
            found = found.getParent();
        }
        return found;
    }

    private void home(Path existing) throws IOException {
        Path home = invocation.home();
        if (!Files.isWritable(existing)) {
            findings.wrong("home", "doctor.home.not-writable", "home", home, "folder", existing);
        } else if (!existing.equals(home)) {
            findings.ok("home", "doctor.home.not-made", "home", home);
        } else {
            Path open = writableByOthers(List.of(home, home.resolve("config.properties"), home.resolve("keys")));
            if (open == null) {
                findings.ok("home", "doctor.home.ok", "home", home);
            } else {
                findings.wrong("home", "doctor.home.open", "file", open);
            }
        }
    }

    /** Whoever writes there leads every later command to a database of his choice. */
    private static Path writableByOthers(List<Path> paths) throws IOException {
        for (Path path : paths) {
            if (Files.exists(path)) {
                Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
                if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
                        || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
                    return path;
                }
            }
        }
        return null;
    }

    private void disk(Path existing) throws IOException {
        long free = Files.getFileStore(existing).getUsableSpace();
        String gigabytes = String.format(java.util.Locale.ROOT, "%.1f", (double) free / GIGABYTE);
        if (free < FREE_BYTES_MIN) {
            findings.wrong("disk", "doctor.disk.full", "gigabytes", gigabytes, "folder", existing);
        } else if (free < FREE_BYTES_WISHED) {
            findings.warn("disk", "doctor.disk.low", "gigabytes", gigabytes, "folder", existing);
        } else {
            findings.ok("disk", "doctor.disk.ok", "gigabytes", gigabytes, "folder", existing);
        }
    }

    private void settings() {
        try {
            findings.ok(
                    "settings",
                    "doctor.settings.ok",
                    "set",
                    invocation.checkedSettings().size());
        } catch (ProblemException e) {
            findings.problem("settings", Finding.State.WRONG, e.problem());
        }
    }
}
