package org.minsheng.cli.command;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** Says in our words what the parser did not like: one sentence, and what to type instead. */
final class UsageProblems {
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final List<String> groups;

    /** @param groups the names of all groups, of which the parser knows only the named ones */
    UsageProblems(List<String> groups) {
        this.groups = groups;
    }

    /** What is wrong; any word may be an identity number in the wrong place, so each fact is masked. */
    Problem of(ParameterException exception) {
        Problem problem = unmasked(exception);
        Map<String, Object> facts = new LinkedHashMap<>(problem.facts());
        facts.replaceAll((name, text) -> Masked.within(text.toString()));
        return new Problem(problem.code(), facts);
    }

    private Problem unmasked(ParameterException exception) {
        CommandSpec spec = exception.getCommandLine().getCommandSpec();
        String command = spec.qualifiedName(" ");
        if (exception instanceof CommandLine.UnmatchedArgumentException unmatched) {
            return unmatched(spec, command, unmatched.getUnmatched().get(0));
        }
        if (exception instanceof CommandLine.MissingParameterException missing) {
            return Problem.of(CliProblem.MISSING_ARGUMENT)
                    .with(
                            "argument",
                            missing.getMissing().stream()
                                    .map(UsageProblems::label)
                                    .collect(Collectors.joining(", ")))
                    .with("command", command);
        }
        if (exception instanceof CommandLine.OverwrittenOptionException overwritten) {
            return Problem.of(CliProblem.REPEATED_OPTION).with("option", label(overwritten.getOverwritten()));
        }
        if (exception instanceof CommandLine.MutuallyExclusiveArgsException) {
            return Problem.of(CliProblem.EXCLUSIVE_OPTIONS)
                    .with("reason", exception.getMessage())
                    .with("command", command);
        }
        if (exception.getArgSpec() != null && exception.getValue() != null) {
            if (isDate(exception.getArgSpec())
                    && DATE.matcher(exception.getValue()).matches()) {
                return Problem.of(CliProblem.NO_SUCH_DATE)
                        .with("argument", label(exception.getArgSpec()))
                        .with("value", exception.getValue());
            }
            return Problem.of(CliProblem.INVALID_VALUE)
                    .with("argument", label(exception.getArgSpec()))
                    .with("value", exception.getValue())
                    .with("expected", expected(exception.getArgSpec()));
        }
        return Problem.of(CliProblem.UNREADABLE)
                .with("reason", exception.getMessage())
                .with("command", command);
    }

    private Problem unmatched(CommandSpec spec, String command, String word) {
        if (word.startsWith("-") && word.length() > 1) {
            List<String> names = new ArrayList<>();
            spec.options().forEach(option -> names.addAll(List.of(option.names())));
            String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
            return Problem.of(CliProblem.UNKNOWN_OPTION)
                    .with("option", name)
                    .with("command", command)
                    .with(
                            "try",
                            command + " "
                                    + parameterNamed(spec, name)
                                            .or(() -> Spelling.nearest(name, names))
                                            .orElse("--help"));
        }
        boolean root = spec.parent() == null;
        List<String> names = root ? groups : List.copyOf(spec.subcommands().keySet());
        if (names.isEmpty()) {
            return Problem.of(CliProblem.UNEXPECTED_ARGUMENT)
                    .with("argument", word)
                    .with("command", command)
                    .with("try", command + " --help");
        }
        String otherwise = root ? "minsheng help" : command + " --help";
        return Problem.of(CliProblem.UNKNOWN_COMMAND)
                .with("word", word)
                .with("command", command)
                .with(
                        "try",
                        Spelling.nearest(word, names)
                                .map(near -> command + " " + near)
                                .orElse(otherwise));
    }

    /** The parameter of this name, which is written without it: {@code YEAR} for {@code --year}. */
    private static Optional<String> parameterNamed(CommandSpec spec, String option) {
        String name = option.replaceFirst("^-+", "");
        return spec.positionalParameters().stream()
                .map(PositionalParamSpec::paramLabel)
                .filter(name::equalsIgnoreCase)
                .findFirst();
    }

    private static String label(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static boolean isDate(ArgSpec argument) {
        return type(argument) == LocalDate.class;
    }

    private static Class<?> type(ArgSpec argument) {
        boolean within =
                argument.typeInfo().isMultiValue() || argument.typeInfo().isOptional();
        return within ? argument.auxiliaryTypes()[0] : argument.type();
    }

    /** What the argument may be, in words that need no translation. */
    private static String expected(ArgSpec argument) {
        Class<?> type = type(argument);
        if (type.isEnum()) {
            List<String> words = new ArrayList<>();
            for (Object constant : type.getEnumConstants()) {
                words.add(constant.toString().toLowerCase(Locale.ROOT));
            }
            return String.join(" | ", words);
        }
        if (isDate(argument)) {
            return "YYYY-MM-DD";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "0, 1, 2, …";
        }
        if (type == double.class || type == Double.class || type == BigDecimal.class) {
            return "0.5";
        }
        return type == Path.class ? "FILE" : type.getSimpleName();
    }
}
