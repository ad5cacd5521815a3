package org.minsheng.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.minsheng.base.Problem;

/**
 * As whom the server's programs run. PostgreSQL refuses root; in a user namespace root is nobody to it, while the files
 * stay root's. Where namespaces are forbidden, as in many containers, root hands the files to another user.
 *
 * @param prefix words before a command whose end is awaited
 * @param backgroundPrefix words before a command that outlives us
 * @param owner the user who must own the files; null when they are ours
 */
record ServerUser(List<String> prefix, List<String> backgroundPrefix, String owner) {
    /** Users that a system has for it, the best first. */
    private static final List<String> CANDIDATES = List.of("postgres", "nobody");

    private static final int PROBE_SECONDS_MAX = 10;

    /** An ordinary user: as himself. */
    static final ServerUser SELF = new ServerUser(List.of(), List.of(), null);

    /** Root where user namespaces are allowed. */
    static final ServerUser NAMESPACE =
            new ServerUser(List.of("unshare", "-U", "--"), List.of("unshare", "-U", "--fork", "--"), null);

    /** Root elsewhere: as that user. */
    static ServerUser other(String user) {
        List<String> prefix = List.of("setpriv", "--reuid=" + user, "--regid=" + group(user), "--clear-groups", "--");
        return new ServerUser(prefix, prefix, user);
    }

    /** The choice for this process. */
    static ServerUser ofProcess() {
        boolean root = "root".equals(System.getProperty("user.name"));
        if (!root) {
            return SELF;
        }
        boolean namespaces = succeeds("unshare", "-U", "true");
        return choose(true, namespaces, namespaces ? Optional.empty() : firstUser());
    }

    /**
     * The choice by what is known.
     *
     * @param otherUser a user that root can become, looked for when namespaces do not work
     */
    static ServerUser choose(boolean root, boolean namespacesWork, Optional<String> otherUser) {
        if (!root) {
            return SELF;
        }
        return namespacesWork
                ? NAMESPACE
                : otherUser.map(ServerUser::other).orElseThrow(() -> Problem.of(DbProblem.EMBEDDED_NEEDS_USER)
                        .asException());
    }

    /** Hands a folder with all that is in it to the server's user, where that is another. */
    void give(Path folder) throws IOException {
        if (owner == null) {
            return;
        }
        if (!succeeds(joined(
                        prefix,
                        List.of(
                                "test",
                                "-x",
                                folder.toAbsolutePath().getParent().toString()))
                .toArray(new String[0]))) {
            throw Problem.of(DbProblem.EMBEDDED_NEEDS_USER)
                    .with("folder", folder)
                    .asException();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Files.getFileAttributeView(
                                file,
                                java.nio.file.attribute.PosixFileAttributeView.class,
                                java.nio.file.LinkOption.NOFOLLOW_LINKS)
                        .setOwner(folder.getFileSystem()
                                .getUserPrincipalLookupService()
                                .lookupPrincipalByName(owner));
            }
        }
    }

    private static Optional<String> firstUser() {
        return CANDIDATES.stream()
                .filter(user ->
                        succeeds(joined(other(user).prefix, List.of("true")).toArray(new String[0])))
                .findFirst();
    }

    private static String group(String user) {
        return user.equals("nobody") ? "nogroup" : user;
    }

    private static boolean succeeds(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(PROBE_SECONDS_MAX, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A command whose end is awaited. */
    List<String> command(List<String> command) {
        return joined(prefix, command);
    }

    /** A command that outlives us and our terminal. */
    List<String> background(List<String> command) {
        List<String> inner = joined(backgroundPrefix, command);
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? joined(List.of("/usr/bin/setsid"), inner) : inner;
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
