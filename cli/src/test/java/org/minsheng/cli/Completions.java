package org.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.minsheng.cli.command.HelpPage;
import org.minsheng.cli.command.Session;
import org.minsheng.cli.text.Language;
import org.minsheng.cli.text.Messages;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Writes the completions of the shells from the command tree. They are plain tables of words: completing starts no
 * process. {@link CompletionsTest} fails when a file is stale; written anew with
 * {@code mvn -pl cli -am test -Dtest=CompletionsTest -Dminsheng.completions=write -Dsurefire.failIfNoSpecifiedTests=false}.
 */
final class Completions {
    private static final String MADE =
            "# Made from the command tree by CompletionsTest; see CONTRIBUTING.md. Do not edit.\n";

    /** A command: its words after {@code minsheng}, the words that may follow, its options, what it says of itself. */
    private record Command(String path, List<String> below, List<OptionSpec> options, String summary) {
        String optionNames() {
            return options.stream()
                    .flatMap(option -> Arrays.stream(option.names()))
                    .collect(Collectors.joining(" "));
        }
    }

    private final List<Command> commands = new ArrayList<>();
    private final List<OptionSpec> common;

    private Completions() {
        CommandLine root = Minsheng.commandLine(Session.ofProcess(), List.of(Group.values()));
        common = root.getCommandSpec().options();
        add(root);
    }

    /** The texts of all files by name. */
    static Map<String, String> all() {
        Completions completions = new Completions();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("minsheng.bash", completions.bash());
        files.put("_minsheng", completions.zsh());
        files.put("minsheng.fish", completions.fish());
        return files;
    }

    static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : all().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    private void add(CommandLine line) {
        CommandSpec spec = line.getCommandSpec();
        String path = HelpPage.path(spec).replace('.', ' ');
        List<OptionSpec> own = spec.options().stream()
                .filter(option -> !option.inherited() && !option.hidden())
                .toList();
        List<String> below = List.copyOf(line.getSubcommands().keySet());
        commands.add(new Command(path, below, path.isEmpty() ? List.of() : own, summary(path)));
        line.getSubcommands().values().forEach(this::add);
    }

    private static String summary(String path) {
        if (path.isEmpty()) {
            return "";
        }
        String group = path.split(" ", -1)[0];
        return Messages.ofFile("help_" + group, Language.EN)
                .getProperty(path.replace(' ', '.'), "")
                .lines()
                .findFirst()
                .orElse("");
    }

    private static String values(OptionSpec option) {
        Class<?> type = option.type();
        if (!type.isEnum()) {
            return "";
        }
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
    }

    private List<OptionSpec> allOptions() {
        Map<String, OptionSpec> byName = new LinkedHashMap<>();
        common.forEach(option -> byName.put(option.longestName(), option));
        commands.forEach(
                command -> command.options().forEach(option -> byName.putIfAbsent(option.longestName(), option)));
        return List.copyOf(byName.values());
    }

    private static String names(OptionSpec option, String separator) {
        return String.join(separator, option.names());
    }

    private static boolean takesFile(OptionSpec option) {
        return option.type() == Path.class;
    }

    private String bash() {
        StringBuilder text = new StringBuilder(MADE);
        text.append("# Source it, or put it into /etc/bash_completion.d\n\n");
        text.append("""
                _minsheng() {
                    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path= word i words=
                    COMPREPLY=()
                    case $previous in
                """);
        for (OptionSpec option : allOptions()) {
            if (option.arity().max() > 0) {
                String reply = takesFile(option)
                        ? "mapfile -t COMPREPLY < <(compgen -f -- \"$current\")"
                        : "mapfile -t COMPREPLY < <(compgen -W '" + values(option) + "' -- \"$current\")";
                text.append("        ")
                        .append(names(option, "|"))
                        .append(") ")
                        .append(reply)
                        .append("; return ;;\n");
            }
        }
        text.append("""
                    esac
                    for ((i = 1; i < COMP_CWORD; i++)); do
                        word=${COMP_WORDS[i]}
                        case $word in
                """);
        text.append("            ")
                .append(allOptions().stream()
                        .filter(option -> option.arity().max() > 0)
                        .map(option -> names(option, "|"))
                        .collect(Collectors.joining("|")))
                .append(") ((i++)) ;;\n");
        text.append("""
                            -*) ;;
                            *) path=${path:+$path }$word ;;
                        esac
                    done
                    case $path in
                """);
        for (Command command : commands) {
            String pattern = command.below().isEmpty() ? "'" + command.path() + "'*" : "'" + command.path() + "'";
            text.append("        ")
                    .append(pattern)
                    .append(") words='")
                    .append((String.join(" ", command.below()) + " " + command.optionNames()).strip())
                    .append("' ;;\n");
        }
        text.append("    esac\n");
        text.append("    [[ $current == -* ]] && words+=' ")
                .append(common.stream().map(option -> names(option, " ")).collect(Collectors.joining(" ")))
                .append("'\n");
        text.append("""
                    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
                    [[ ${#COMPREPLY[@]} -eq 0 ]] && mapfile -t COMPREPLY < <(compgen -f -- "$current")
                }
                complete -F _minsheng minsheng
                """);
        return text.toString();
    }

    private String zsh() {
        return "#compdef minsheng\n" + MADE + """
                # Put it into a folder of $fpath, with minsheng.bash beside it.
                autoload -U +X bashcompinit && bashcompinit
                source ${${(%):-%x}:A:h}/minsheng.bash
                _bash_complete -o bashdefault -o default -F _minsheng
                """;
    }

    private String fish() {
        StringBuilder text = new StringBuilder(MADE);
        text.append("""
                # Put it into ~/.config/fish/completions

                function __minsheng_at --description 'whether the words typed so far are exactly these'
                    set -l path
                    set -l skip 0
                    for word in (commandline -opc)[2..-1]
                        if test $skip -eq 1
                            set skip 0
                """);
        text.append("        else if contains -- $word ")
                .append(allOptions().stream()
                        .filter(option -> option.arity().max() > 0)
                        .map(option -> names(option, " "))
                        .collect(Collectors.joining(" ")))
                .append('\n');
        text.append("""
                            set skip 1
                        else if not string match -q -- '-*' $word
                            set -a path $word
                        end
                    end
                    test "$path" = "$argv"; or begin
                        test -n "$argv"; and string match -q -- "$argv *" "$path"
                    end
                end

                complete -c minsheng -f
                """);
        for (Command command : commands) {
            String condition = "-n '__minsheng_at " + command.path() + "'";
            for (String word : command.below()) {
                String path = (command.path() + " " + word).strip();
                text.append("complete -c minsheng ")
                        .append(condition)
                        .append(" -a ")
                        .append(word)
                        .append(described(summaryOf(path)))
                        .append('\n');
            }
            command.options().forEach(option -> text.append(fishOption(option, condition)));
            if (command.below().isEmpty()) {
                text.append("complete -c minsheng ").append(condition).append(" -F\n");
            }
        }
        common.forEach(option -> text.append(fishOption(option, "")));
        return text.toString();
    }

    private String summaryOf(String path) {
        return commands.stream()
                .filter(command -> command.path().equals(path))
                .map(Command::summary)
                .findFirst()
                .orElse("");
    }

    private static String fishOption(OptionSpec option, String condition) {
        StringBuilder line = new StringBuilder("complete -c minsheng");
        if (!condition.isEmpty()) {
            line.append(' ').append(condition);
        }
        for (String name : option.names()) {
            line.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
        }
        if (option.arity().max() > 0) {
            line.append(takesFile(option) ? " -r -F" : " -x");
            String values = values(option);
            line.append(values.isEmpty() ? "" : " -a '" + values + "'");
        }
        return line.append('\n').toString();
    }

    private static String described(String summary) {
        return summary.isEmpty() ? "" : " -d '" + summary.replace("'", "\\'") + "'";
    }
}
