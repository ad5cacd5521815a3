package org.minsheng.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minsheng.cli.render.OutputFormat;
import org.minsheng.cli.text.Language;
import org.minsheng.cli.text.Messages;

/**
 * What must be known before the words are parsed, or although they cannot be parsed: which group they name, and how an
 * error is to be told.
 */
public final class EarlyOptions {
    private static final List<String> OPTIONS_WITH_VALUE =
            List.of("-o", "--output", "--lang", "--profile", "--url", "--as-of");

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
            if (OPTIONS_WITH_VALUE.contains(word)) {
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

    /** How to tell of a problem when the parsed options cannot say it. */
    ProblemText problemText(Map<String, String> variables) {
        Language language = value("--lang", "--lang")
                .or(() -> Optional.ofNullable(variables.get(Environment.LANGUAGE.variable())))
                .flatMap(Language::of)
                .orElseGet(() -> Language.ofLocale(variables));
        boolean json = value("-o", "--output")
                .or(() -> Optional.ofNullable(variables.get(Environment.OUTPUT.variable())))
                .flatMap(OutputFormat::of)
                .map(OutputFormat::isJson)
                .orElse(false);
        return new ProblemText(Messages.in(language), json, words.contains("--debug"));
    }

    private Optional<String> value(String shortName, String longName) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if ((word.equals(shortName) || word.equals(longName)) && i + 1 < words.size()) {
                return Optional.of(words.get(i + 1));
            }
            if (word.startsWith(longName + "=")) {
                return Optional.of(word.substring(longName.length() + 1));
            }
        }
        return Optional.empty();
    }
}
