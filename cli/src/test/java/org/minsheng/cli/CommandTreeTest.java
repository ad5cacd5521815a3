package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minsheng.cli.command.EarlyOptions;
import org.minsheng.cli.command.Environment;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.HelpPage;
import org.minsheng.cli.command.Session;
import org.minsheng.cli.text.Language;
import org.minsheng.cli.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class CommandTreeTest {
    private static final CommandLine TREE = Minsheng.commandLine(Session.ofProcess(), List.of(Group.values()));

    @ParameterizedTest
    @EnumSource(Language.class)
    void explainsEveryCommandOptionAndParameter(Language language) {
        List<String> missing = new ArrayList<>();
        for (Group group : Group.values()) {
            Properties texts = Messages.ofFile("help_" + group.word(), language);
            CommandLine line = TREE.getSubcommands().get(group.word());
            for (CommandSpec spec : withAllBelow(line)) {
                wanted(spec).stream()
                        .filter(keys -> keys.stream().noneMatch(texts::containsKey))
                        .forEach(keys -> missing.add(keys.get(0)));
            }
        }
        assertThat(missing).as("help texts that %s lacks", language.tag()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void hasNoHelpTextWithoutItsCommand(Language language) {
        List<String> idle = new ArrayList<>();
        for (Group group : Group.values()) {
            List<String> known = new ArrayList<>();
            for (CommandSpec spec : withAllBelow(TREE.getSubcommands().get(group.word()))) {
                wanted(spec).forEach(known::addAll);
                known.add(HelpPage.path(spec) + ".about");
                known.add(HelpPage.path(spec) + ".example");
                spec.options().stream()
                        .filter(OptionSpec::inherited)
                        .forEach(option -> known.add(HelpPage.path(spec) + "." + HelpPage.argumentKey(option)));
            }
            for (String key : Messages.ofFile("help_" + group.word(), language).stringPropertyNames()) {
                if (!known.contains(key)) {
                    idle.add(key);
                }
            }
        }
        assertThat(idle).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void explainsGroupsOptionsSettingsAndStatuses(Language language) {
        List<String> keys = new ArrayList<>();
        for (Group group : Group.values()) {
            keys.add("group." + group.word());
        }
        for (OptionSpec option : TREE.getCommandSpec().options()) {
            keys.add("option." + option.longestName());
        }
        for (Environment environment : Environment.values()) {
            keys.add(environment.textKey());
        }
        for (ExitStatus status : ExitStatus.values()) {
            keys.add(status.textKey());
        }
        Messages messages = Messages.in(language);

        assertThat(keys).allMatch(key -> messages.find(key, Map.of()).isPresent());
    }

    @Test
    void parsesEveryExampleOfTheHelp() {
        List<String> wrong = new ArrayList<>();
        for (Group group : Group.values()) {
            Properties texts = Messages.ofFile("help_" + group.word(), Language.EN);
            for (String key : texts.stringPropertyNames()) {
                if (key.endsWith(".example")) {
                    texts.getProperty(key).lines().filter(line -> !parses(line)).forEach(wrong::add);
                }
            }
        }
        assertThat(wrong).as("examples that do not parse").isEmpty();
    }

    @Test
    void takesEveryFlagOfTheSettingsTable() {
        List<String> names = TREE.getCommandSpec().options().stream()
                .flatMap(option -> Arrays.stream(option.names()))
                .toList();
        for (Environment environment : Environment.values()) {
            environment.flag().ifPresent(flag -> assertThat(names).contains(flag));
        }
    }

    @Test
    void findsTheGroupBehindOptionsWithValues() {
        for (OptionSpec option : TREE.getCommandSpec().options()) {
            for (String name : option.names()) {
                String[] words = option.arity().max() == 0
                        ? new String[] {name, "id", "check"}
                        : new String[] {name, "value", "id", "check"};
                assertThat(EarlyOptions.of(words).firstWord()).as(name).contains("id");
            }
        }
    }

    /** Whether each part of a pipeline that calls us parses, redirections left out. */
    private static boolean parses(String example) {
        List<String> call = new ArrayList<>();
        List<String> words = new ArrayList<>(ShellWords.of(example));
        words.add("|");
        for (String word : words) {
            if (!word.equals("|")) {
                call.add(word);
            } else {
                if (call.get(0).equals(Minsheng.NAME) && !parses(call)) {
                    return false;
                }
                call.clear();
            }
        }
        return true;
    }

    private static boolean parses(List<String> call) {
        int end = 1;
        while (end < call.size() && !call.get(end).equals("<") && !call.get(end).equals(">")) {
            end++;
        }
        try {
            TREE.parseArgs(call.subList(1, end).toArray(new String[0]));
            return true;
        } catch (CommandLine.ParameterException e) {
            return false;
        }
    }

    private static List<CommandSpec> withAllBelow(CommandLine line) {
        List<CommandSpec> all = new ArrayList<>();
        all.add(line.getCommandSpec());
        line.getSubcommands().values().forEach(below -> all.addAll(withAllBelow(below)));
        return all;
    }

    /** Of each text that a command needs, the keys under which it may stand. */
    private static List<List<String>> wanted(CommandSpec spec) {
        String path = HelpPage.path(spec);
        List<List<String>> wanted = new ArrayList<>();
        wanted.add(List.of(path));
        if (spec.subcommands().isEmpty()) {
            wanted.add(List.of(path + ".example"));
        }
        spec.args().stream()
                .filter(argument -> !argument.inherited() && !argument.hidden())
                .map(HelpPage::argumentKey)
                .forEach(key -> wanted.add(List.of(path + "." + key, key)));
        return wanted;
    }
}
