package org.minsheng.cli.command;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.minsheng.cli.render.TextWidth;
import org.minsheng.cli.text.Messages;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * The help of a noun or a verb: an example first, then what it does, how it is called, its parameters and options. The
 * texts stand in {@code messages/help_GROUP_LANGUAGE.properties} under the words of the command: {@code id.check},
 * {@code id.check.example}, {@code id.check.about}, {@code id.check.--option}, {@code id.check.NUMBER}.
 */
public final class HelpPage {
    private static final String INDENT = "  ";

    private final CommandSpec spec;
    private final Invocation invocation;
    private final String path;
    private final Properties texts;

    private HelpPage(CommandSpec spec, Invocation invocation, String path, Properties texts) {
        this.spec = spec;
        this.invocation = invocation;
        this.path = path;
        this.texts = texts;
    }

    /** The help of this command in the language of the invocation. */
    public static HelpPage of(CommandSpec spec, Invocation invocation) {
        String path = path(spec);
        int dot = path.indexOf('.');
        String group = dot < 0 ? path : path.substring(0, dot);
        Properties texts = Messages.ofFile("help_" + group, invocation.language());
        return new HelpPage(spec, invocation, path, texts);
    }

    /** The words of a command after {@code minsheng}, joined by dots: the key of its help. */
    public static String path(CommandSpec spec) {
        if (spec.parent() == null) {
            return "";
        }
        String above = path(spec.parent());
        return above.isEmpty() ? spec.name() : above + "." + spec.name();
    }

    /** The key of an argument's text below its command: the longest name of an option, the label of a parameter. */
    public static String argumentKey(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** Writes it to the standard output. */
    public void print() throws IOException {
        Writer out = invocation.out();
        for (String example : lines(path + ".example")) {
            out.write("$ " + example + "\n");
        }
        if (texts.containsKey(path + ".example")) {
            out.write("\n");
        }
        for (String key : List.of(path, path + ".about")) {
            for (String line : lines(key)) {
                out.write(line + "\n");
            }
        }
        out.write("\n");
        out.write(invocation.text("help.usage") + synopsis() + "\n");
        Map<String, String> entries = new LinkedHashMap<>();
        spec.subcommands()
                .forEach((name, command) -> entries.put(name, texts.getProperty(path(command.getCommandSpec()), "")));
        spec.positionalParameters().forEach(parameter -> entries.put(parameter.paramLabel(), text(parameter)));
        spec.options().stream()
                .filter(option -> !option.hidden())
                .filter(option -> !option.inherited() || texts.containsKey(path + "." + argumentKey(option)))
                .forEach(option -> entries.put(names(option), text(option)));
        if (!entries.isEmpty()) {
            out.write("\n");
            writeAligned(out, entries);
        }
        out.write("\n");
        out.write(invocation.text("help.common") + "\n");
    }

    /** Two columns, the second aligned and its further lines indented. */
    public static void writeAligned(Writer out, Map<String, String> entries) throws IOException {
        int width = entries.keySet().stream().mapToInt(TextWidth::of).max().orElse(0);
        for (Map.Entry<String, String> entry : entries.entrySet()) {
            String name = entry.getKey();
            for (String line : (entry.getValue() + "\n").split("\n", -1)) {
                if (!line.isEmpty() || !name.isEmpty()) {
                    out.write((INDENT + TextWidth.padRight(name, width) + INDENT + line).stripTrailing() + "\n");
                }
                name = "";
            }
        }
    }

    private static String names(OptionSpec option) {
        String names = String.join(", ", option.names());
        return option.arity().max() == 0 ? names : names + " " + option.paramLabel();
    }

    private String text(ArgSpec argument) {
        String key = argumentKey(argument);
        return Optional.ofNullable(texts.getProperty(path + "." + key))
                .or(() -> Optional.ofNullable(texts.getProperty(key)))
                .orElse("");
    }

    private String synopsis() {
        List<String> words = new ArrayList<>();
        words.add(spec.qualifiedName(" "));
        for (OptionSpec option : spec.options()) {
            if (option.required()) {
                words.add(names(option));
            }
        }
        for (PositionalParamSpec parameter : spec.positionalParameters()) {
            String label = parameter.paramLabel() + (parameter.arity().max() > 1 ? "…" : "");
            words.add(parameter.arity().min() > 0 ? label : "[" + label + "]");
        }
        if (!spec.subcommands().isEmpty()) {
            words.add(invocation.text("help.command"));
        }
        words.add(invocation.text("help.options"));
        return String.join(" ", words);
    }

    private List<String> lines(String key) {
        String text = texts.getProperty(key);
        return text == null ? List.of() : text.lines().toList();
    }
}
