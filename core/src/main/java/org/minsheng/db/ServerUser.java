package org.minsheng.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.minsheng.base.Problem;

/**
 * As whom the server's programs run. PostgreSQL refuses root; in a user namespace root is nobody to it, while the files
 * stay root's.
 */
enum ServerUser {
    /** An ordinary user: as himself. */
    SELF("", ""),
    /** Root where user namespaces are allowed. */
    NAMESPACE("unshare -U --", "unshare -U --fork --");

    private final String prefix;
    private final String backgroundPrefix;

    ServerUser(String prefix, String backgroundPrefix) {
        this.prefix = prefix;
        this.backgroundPrefix = backgroundPrefix;
    }

    /** The choice for this process. */
    static ServerUser choose() {
        boolean root = "root".equals(System.getProperty("user.name"));
        return choose(root, root && namespacesWork());
    }

    /** The choice by what is known. */
    static ServerUser choose(boolean root, boolean namespacesWork) {
        if (!root) {
            return SELF;
        }
        if (namespacesWork) {
            return NAMESPACE;
        }
        throw Problem.of(DbProblem.EMBEDDED_NEEDS_USER).asException();
    }

    private static boolean namespacesWork() {
        try {
            Process process = new ProcessBuilder("unshare", "-U", "true")
                    .redirectErrorStream(true)
                    .start();
            return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A command whose end is awaited. */
    List<String> command(List<String> command) {
        return joined(words(prefix), command);
    }

    /** A command that outlives us and our terminal. */
    List<String> background(List<String> command) {
        List<String> inner = joined(words(backgroundPrefix), command);
        return Files.isExecutable(Path.of("/usr/bin/setsid")) ? joined(List.of("/usr/bin/setsid"), inner) : inner;
    }

    private static List<String> words(String prefix) {
        return prefix.isEmpty() ? List.of() : List.of(prefix.split(" ", -1));
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
