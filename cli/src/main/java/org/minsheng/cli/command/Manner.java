package org.minsheng.cli.command;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.minsheng.base.ProblemException;
import org.minsheng.cli.render.OutputFormat;
import org.minsheng.cli.text.Language;

/** How a run speaks, as its settings say: in which language, and in which format it prints results. */
final class Manner {
    private final Settings settings;
    private final Map<String, String> variables;
    private final boolean tolerant;

    /** @param tolerant whether a broken setting decides nothing, instead of ending the run */
    Manner(Settings settings, Map<String, String> variables, boolean tolerant) {
        this.settings = settings;
        this.variables = variables;
        this.tolerant = tolerant;
    }

    /** The format that somebody chose. */
    Optional<OutputFormat> format() {
        return chosen(Environment.OUTPUT, OutputFormat::of);
    }

    /** The language that somebody chose, else that of the locale. */
    Language language() {
        return chosen(Environment.LANGUAGE, Language::of).orElseGet(() -> Language.ofLocale(variables));
    }

    private <T> Optional<T> chosen(Environment environment, Function<String, Optional<T>> reading) {
        try {
            return checked(environment, reading);
        } catch (ProblemException broken) {
            if (tolerant) {
                return Optional.empty();
            }
            throw broken;
        }
    }

    /** Refuses what {@link #format} and {@link #language} may have tolerated. */
    void check() {
        checked(Environment.LANGUAGE, Language::of);
        checked(Environment.OUTPUT, OutputFormat::of);
    }

    private <T> Optional<T> checked(Environment environment, Function<String, Optional<T>> reading) {
        return settings.find(environment)
                .map(setting -> reading.apply(setting.value()).orElseThrow(setting::invalid));
    }
}
