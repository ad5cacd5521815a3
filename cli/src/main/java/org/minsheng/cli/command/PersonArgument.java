package org.minsheng.cli.command;

import java.io.IOException;
import org.minsheng.base.Problem;
import org.minsheng.registry.PersonReference;

/** A person named on the command line; {@code -} or nothing keeps the number out of the history of the shell. */
public final class PersonArgument {
    private static final String STANDARD_INPUT = "-";

    private PersonArgument() {}

    /**
     * Reads a reference from the words, else a line of the standard input; a person at a terminal is asked.
     *
     * @param word as given; null when it was left out
     * @param prompt the key of the question
     */
    public static PersonReference read(Invocation invocation, String word, String prompt) throws IOException {
        if (word != null && !word.equals(STANDARD_INPUT)) {
            return PersonReference.of(word);
        }
        if (invocation.session().terminals().in()) {
            invocation.session().err().print(invocation.text(prompt));
            invocation.session().err().flush();
        }
        String line = invocation.in().readLine();
        if (line == null) {
            throw Problem.of(CliProblem.NOTHING_TO_READ).asException();
        }
        return PersonReference.of(line);
    }
}
