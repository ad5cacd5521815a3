package org.minsheng.cli.command;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Runs the verb that was parsed, or shows its help; the outermost frame of every command. */
public final class Execution implements IExecutionStrategy, IParameterExceptionHandler {
    private final Session session;
    private final CommonOptions options;
    private final UsageProblems usageProblems;

    /**
     * @param options the object that the parser fills
     * @param groups the names of all groups, for suggestions
     */
    public Execution(Session session, CommonOptions options, List<String> groups) {
        this.session = session;
        this.options = options;
        this.usageProblems = new UsageProblems(groups);
    }

    @Override
    public int execute(ParseResult parsed) {
        ParseResult deepest = parsed;
        while (deepest.hasSubcommand()) {
            deepest = deepest.subcommand();
        }
        String[] words = parsed.originalArgs().toArray(new String[0]);
        return run(deepest.commandSpec().commandLine(), words).code();
    }

    @SuppressWarnings("CatchingUnchecked") // the outermost frame: whatever happened becomes one message
    private ExitStatus run(CommandLine command, String... words) {
        Verb verb = command.getCommandSpec().userObject() instanceof Verb found ? found : null;
        try (Invocation invocation = Invocation.of(verb, session, options)) {
            try {
                return run(command, verb, invocation);
            } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError e) {
                invocation.flush();
                return new Failures(invocation.problemText(), session.err()).tell(e);
            }
        } catch (IOException | RuntimeException e) {
            return new Failures(EarlyOptions.of(words).problemText(session.variables()), session.err()).tell(e);
        }
    }

    private ExitStatus run(CommandLine command, Verb verb, Invocation invocation) throws IOException {
        // The program's own help is its first screen.
        boolean wholeProgram = command.getParent() == null;
        if (verb != null && (!options.help || wholeProgram)) {
            return verb.run(invocation);
        }
        HelpPage.of(command.getCommandSpec(), invocation).print();
        return ExitStatus.OK;
    }

    @Override
    public int handleParseException(ParameterException exception, String[] words) {
        ProblemText text = EarlyOptions.of(words).problemText(session.variables());
        text.write(session.err(), usageProblems.of(exception), exception);
        return ExitStatus.USAGE.code();
    }
}
