package org.minsheng.cli;

import java.util.Collection;
import java.util.List;
import org.minsheng.cli.command.CommandNode;
import org.minsheng.cli.command.CommonOptions;
import org.minsheng.cli.command.EarlyOptions;
import org.minsheng.cli.command.Execution;
import org.minsheng.cli.command.Noun;
import org.minsheng.cli.command.Session;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The entry point, and the one factory of the command line for the process, the tests and the shell. */
public final class Minsheng {
    /** The name of the command. */
    static final String NAME = "minsheng";

    private Minsheng() {}

    /** Runs one command and ends the process with its status. */
    public static void main(String[] words) {
        Session session = Session.ofProcess();
        int status = run(session, words);
        session.stop().ended();
        System.exit(status);
    }

    /** Runs one command; only the group it names is loaded. */
    static int run(Session session, String... words) {
        List<Group> named =
                EarlyOptions.of(words).firstWord().flatMap(Group::of).stream().toList();
        return commandLine(session, named).execute(words);
    }

    /** The command line with these groups; it may be executed any number of times. */
    static CommandLine commandLine(Session session, Collection<Group> groups) {
        CommonOptions options = new CommonOptions();
        CommandLine root = new CommandLine(CommandSpec.forAnnotatedObject(new FirstScreen())
                .name(NAME)
                .addMixin("common", CommandSpec.forAnnotatedObject(options)));
        for (Group group : groups) {
            root.addSubcommand(group.word(), commandLine(group.word(), group.load()));
        }
        Execution execution = new Execution(session, options, Group.words());
        root.setExecutionStrategy(execution);
        root.setParameterExceptionHandler(execution);
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExpandAtFiles(false);
        root.setInterpolateVariables(false);
        return root;
    }

    private static CommandLine commandLine(String word, CommandNode node) {
        if (node instanceof Noun noun) {
            CommandLine line = new CommandLine(CommandSpec.create().name(word));
            for (CommandNode below : noun.nodes()) {
                CommandLine lineBelow = commandLine(nameOf(below), below);
                line.addSubcommand(lineBelow.getCommandName(), lineBelow);
            }
            return line;
        }
        return new CommandLine(CommandSpec.forAnnotatedObject(node));
    }

    private static String nameOf(CommandNode node) {
        return node instanceof Noun noun
                ? noun.name()
                : node.getClass().getAnnotation(CommandLine.Command.class).name();
    }

    /** The version in the manifest; a build that is not packaged has none. */
    static String version() {
        String version = Minsheng.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
