package org.minsheng.cli.command;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.minsheng.cli.render.OutputFormat;
import org.minsheng.cli.text.Language;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its verb. {@code minsheng help options} explains them. */
public final class CommonOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            scope = ScopeType.INHERIT)
    OutputFormat output;

    @Option(names = "--lang", paramLabel = "LANGUAGE", scope = ScopeType.INHERIT)
    Language language;

    @Option(
            names = {"-v", "--verbose"},
            scope = ScopeType.INHERIT)
    boolean verbose;

    @Option(
            names = {"-q", "--quiet"},
            scope = ScopeType.INHERIT)
    boolean quiet;

    @Option(names = "--debug", scope = ScopeType.INHERIT)
    boolean debug;

    @Option(
            names = {"-y", "--yes"},
            scope = ScopeType.INHERIT)
    boolean yes;

    @Option(names = "--profile", paramLabel = "NAME", scope = ScopeType.INHERIT)
    String profile;

    @Option(names = "--url", paramLabel = "URL", scope = ScopeType.INHERIT)
    String url;

    @Option(names = "--as-of", paramLabel = "DATE", scope = ScopeType.INHERIT)
    LocalDate asOf;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    boolean help;

    /** The settings among them, as given. */
    public Map<Environment, String> settings() {
        Map<Environment, String> given = new EnumMap<>(Environment.class);
        put(given, Environment.OUTPUT, output == null ? null : output.word());
        put(given, Environment.LANGUAGE, language == null ? null : language.tag());
        put(given, Environment.PROFILE, profile);
        put(given, Environment.URL, url);
        return given;
    }

    private static void put(Map<Environment, String> given, Environment environment, String value) {
        if (value != null) {
            given.put(environment, value);
        }
    }
}
