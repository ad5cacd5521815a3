package org.minsheng.cli.command;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;

/**
 * What surrounds the commands: the streams, the environment, the clock. One for a process, one for a test, one for a
 * shell.
 *
 * @param in the standard input
 * @param out the standard output; UTF-8 is written to it
 * @param err messages, progress and errors
 * @param variables the environment variables
 * @param terminals which streams are a terminal
 * @param clock the wall clock; business dates never come from it
 * @param stop whether the process was told to stop
 */
public record Session(
        InputStream in,
        OutputStream out,
        PrintStream err,
        Map<String, String> variables,
        Terminals terminals,
        Clock clock,
        StopSignal stop) {
    private static final ZoneId BUREAU_ZONE = ZoneId.of("Asia/Shanghai");

    /** The surroundings of this process, on its bare file descriptors. */
    public static Session ofProcess() {
        return new Session(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                System.getenv(),
                Terminals.ofProcess(),
                Clock.system(BUREAU_ZONE),
                new StopSignal());
    }

    /** Whether a batch should stop at its next safe point. */
    public boolean stopRequested() {
        return stop.requested();
    }
}
