package org.minsheng.cli.command;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.cli.render.OutputFormat;
import org.minsheng.cli.text.Messages;

/**
 * What must be known before the words are parsed, or although they cannot be parsed: which group they name, and how an
 * error is to be told.
 */
public final class EarlyOptions {
    private static final List<String> OPTIONS_WITH_VALUE =
            List.of("--output", "--lang", "--profile", "--url", "--as-of");

    /** {@code -o} with its value or before it, alone or behind flags of one letter: {@code -ojson}, {@code -vo json}. */
    private static final Pattern SHORT_OUTPUT = Pattern.compile("-[vqyh]*o=?(.*)");

    private final List<String> words;

    private EarlyOptions(List<String> words) {
        this.words = words;
    }

    /** Of the words of a command line. */
    public static EarlyOptions of(String... words) {
        return new EarlyOptions(Arrays.asList(words));
    }

    /** The first word that is neither an option nor the value of one: the group. */
    public Optional<String> firstWord() {
        return word(0);
    }

    /** The word after the group, options left out. */
    public Optional<String> secondWord() {
        return word(1);
    }

    private Optional<String> word(int wanted) {
        int seen = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (isBeforeItsValue(word)) {
                i++;
            } else if (!word.startsWith("-")) {
                if (seen == wanted) {
                    return Optional.of(word);
                }
                seen++;
            }
        }
        return Optional.empty();
    }

    private static boolean isBeforeItsValue(String word) {
        Matcher output = SHORT_OUTPUT.matcher(word);
        return OPTIONS_WITH_VALUE.contains(word)
                || (output.matches() && output.group(1).isEmpty());
    }

    /** How to tell of a problem when the parsed options cannot say it; settings that are broken say nothing. */
    ProblemText problemText(Map<String, String> variables) {
        Map<Environment, String> given = new EnumMap<>(Environment.class);
        value("--lang").ifPresent(language -> given.put(Environment.LANGUAGE, language));
        value("--output").or(this::shortOutput).ifPresent(format -> given.put(Environment.OUTPUT, format));
        Manner manner = new Manner(new Settings(given, variables), variables, true);
        boolean json = manner.format().map(OutputFormat::isJson).orElse(false);
        return new ProblemText(Messages.in(manner.language()), json, words.contains("--debug"));
    }

    private Optional<String> value(String option) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (word.equals(option)) {
                return wordAt(i + 1);
            }
            if (word.startsWith(option + "=")) {
                return Optional.of(word.substring(option.length() + 1));
            }
        }
        return Optional.empty();
    }

    private Optional<String> shortOutput() {
        for (int i = 0; i < words.size(); i++) {
            Matcher output = SHORT_OUTPUT.matcher(words.get(i));
            if (output.matches()) {
                return output.group(1).isEmpty() ? wordAt(i + 1) : Optional.of(output.group(1));
            }
        }
        return Optional.empty();
    }

    private Optional<String> wordAt(int place) {
        return place < words.size() ? Optional.of(words.get(place)) : Optional.empty();
    }
}
