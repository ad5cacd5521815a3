package org.minsheng.cli.command;

import java.io.IOException;

/** The terminal's echo, off while a password is typed and on again whatever happens. */
final class TerminalEcho implements AutoCloseable {
    private final Thread restorer = new Thread(() -> stty("echo"), "terminal-echo");

    private TerminalEcho() {}

    /** Switches it off; there is nothing to do where the standard input is no terminal. */
    static TerminalEcho off() {
        TerminalEcho echo = new TerminalEcho();
        Runtime.getRuntime().addShutdownHook(echo.restorer);
        stty("-echo");
        return echo;
    }

    @Override
    public void close() {
        stty("echo");
        Runtime.getRuntime().removeShutdownHook(restorer);
    }

    private static void stty(String state) {
        try {
            new ProcessBuilder("stty", state)
                    .redirectInput(ProcessBuilder.Redirect.INHERIT)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            // No stty, no echo to switch off: the password is asked for all the same.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
