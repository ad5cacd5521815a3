package org.minsheng.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.cli.command.Environment;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.HelpPage;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;

/** {@code minsheng help}: a topic, a group, or a command of a group. */
@Command(name = "help")
final class HelpCommand implements Verb {
    @Parameters(paramLabel = "TOPIC", arity = "0..*")
    private List<String> topic = new ArrayList<>();

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        String first = topic.isEmpty() ? "" : topic.get(0);
        switch (first) {
            case "" -> FirstScreen.print(invocation);
            case "exit-codes" -> exitCodes(invocation);
            case "options" -> options(invocation);
            case "settings" -> settings(invocation);
            default -> command(invocation, first);
        }
        return ExitStatus.OK;
    }

    private static void exitCodes(Invocation invocation) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (ExitStatus status : ExitStatus.values()) {
            entries.put(Integer.toString(status.code()), invocation.text(status.textKey()));
        }
        HelpPage.writeAligned(invocation.out(), entries);
    }

    private static void options(Invocation invocation) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        CommandLine root = Minsheng.commandLine(invocation.session(), List.of());
        for (OptionSpec option : root.getCommandSpec().options()) {
            String names = String.join(", ", option.names());
            String label = option.arity().max() == 0 ? names : names + " " + option.paramLabel();
            entries.put(label, invocation.text("option." + option.longestName()));
        }
        HelpPage.writeAligned(invocation.out(), entries);
    }

    private static void settings(Invocation invocation) throws IOException {
        Map<String, String> entries = new LinkedHashMap<>();
        for (Environment environment : Environment.values()) {
            List<String> names = new ArrayList<>();
            environment.flag().ifPresent(names::add);
            names.add(environment.variable());
            environment.key().ifPresent(names::add);
            entries.put(String.join(" · ", names), invocation.text(environment.textKey()));
        }
        HelpPage.writeAligned(invocation.out(), entries);
        invocation.out().write("\n" + invocation.text("help.settings", "home", invocation.home()) + "\n");
    }

    private void command(Invocation invocation, String first) throws IOException {
        Group group = Group.of(first.toLowerCase(Locale.ROOT)).orElseThrow(() -> unknown(first));
        CommandLine line = Minsheng.commandLine(invocation.session(), List.of(group))
                .getSubcommands()
                .get(group.word());
        for (String word : topic.subList(1, topic.size())) {
            line = line.getSubcommands().get(word);
            if (line == null) {
                throw unknown(String.join(" ", topic));
            }
        }
        HelpPage.of(line.getCommandSpec(), invocation).print();
    }

    private static RuntimeException unknown(String topic) {
        return Problem.of(CliProblem.UNKNOWN_TOPIC)
                .with("topic", Masked.within(topic))
                .asException();
    }
}
