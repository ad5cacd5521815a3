package org.minsheng.cli.command;

import java.io.IOException;

/**
 * One command that does something. The implementing class carries picocli's {@code @Command(name = …)}, its options and
 * parameters are annotated fields, and its texts stand in {@code messages/help_GROUP_LANGUAGE.properties}.
 */
public non-sealed interface Verb extends CommandNode {
    /**
     * Does the work: validates, opens the database if it needs one, calls one service, prints the result.
     *
     * @return how it ended; trouble that ends the command is thrown as a {@link org.minsheng.base.ProblemException}
     * @throws IOException when a file or the standard output fails
     */
    ExitStatus run(Invocation invocation) throws IOException;

    /**
     * Whether it runs although settings are broken: because it tells what is wrong with them. They then decide neither
     * its language nor its format.
     */
    default boolean toleratesBrokenSettings() {
        return false;
    }
}
