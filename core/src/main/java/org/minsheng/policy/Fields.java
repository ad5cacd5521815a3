package org.minsheng.policy;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.minsheng.base.Money;
import org.minsheng.base.Problem;
import org.minsheng.base.Ratio;

/** The keys of one mapping, each taken once; a key that nobody took is unknown. */
final class Fields {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,39}");

    private static final int SLIPS_MAX = 2;

    private final YamlNode.Mapping mapping;
    private final Set<String> taken = new HashSet<>();

    Fields(YamlNode node) {
        this.mapping = mapping(node);
    }

    static YamlNode.Mapping mapping(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw wrong(node, "a mapping of keys and values", node.kind()).asException();
    }

    static String scalar(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        throw wrong(node, "one value", node.kind()).asException();
    }

    static Problem wrong(YamlNode node, String expected, String found) {
        return PolicyProblem.WRONG_VALUE
                .at(node.path(), node.line())
                .with("expected", expected)
                .with("value", found);
    }

    static Problem unknown(YamlNode node, String name) {
        return PolicyProblem.UNKNOWN_NAME.at(node.path(), node.line()).with("name", name);
    }

    int line() {
        return mapping.line();
    }

    YamlNode.Mapping all() {
        return mapping;
    }

    boolean has(String key) {
        return mapping.entries().containsKey(key);
    }

    /** The node of a key that must be there. */
    YamlNode node(String key) {
        taken.add(key);
        YamlNode node = mapping.entries().get(key);
        if (node == null) {
            refuseMisspelt(key);
            throw PolicyProblem.MISSING_KEY
                    .at(mapping.path(), mapping.line())
                    .with("key", key)
                    .asException();
        }
        return node;
    }

    /** A key that must be there may be there with a slip: say so rather than that it is missing. */
    private void refuseMisspelt(String key) {
        for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
            if (!taken.contains(entry.getKey()) && distance(entry.getKey(), key) <= SLIPS_MAX) {
                throw PolicyProblem.MISSPELT_KEY
                        .at(entry.getValue().path(), entry.getValue().line())
                        .with("key", entry.getKey())
                        .with("meant", key)
                        .asException();
            }
        }
    }

    /** Letters to change, add or leave out until one word is the other. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j < row.length; j++) {
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }

    /** What {@code reader} makes of a key's node; {@code otherwise} where the key is not there. */
    <T> T optional(String key, T otherwise, Function<YamlNode, T> reader) {
        return has(key) ? reader.apply(node(key)) : otherwise;
    }

    <T> List<T> list(String key, Function<YamlNode, T> reader) {
        return optional(key, List.of(), node -> items(node, reader));
    }

    static <T> List<T> items(YamlNode node, Function<YamlNode, T> reader) {
        if (!(node instanceof YamlNode.Sequence sequence)) {
            throw wrong(node, "a list", node.kind()).asException();
        }
        List<T> items = new ArrayList<>();
        for (YamlNode item : sequence.items()) {
            items.add(reader.apply(item));
        }
        return items;
    }

    /** A list, or one value for a list of one. */
    static <T> List<T> oneOrMore(YamlNode node, Function<YamlNode, T> reader) {
        return node instanceof YamlNode.Sequence ? items(node, reader) : List.of(reader.apply(node));
    }

    /** All keys must have been taken. */
    void end() {
        for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
            if (!taken.contains(entry.getKey())) {
                throw PolicyProblem.UNKNOWN_KEY
                        .at(entry.getValue().path(), entry.getValue().line())
                        .with("key", entry.getKey())
                        .asException();
            }
        }
    }

    static String name(YamlNode node) {
        String text = scalar(node);
        if (!NAME.matcher(text).matches()) {
            throw wrong(node, "a name of letters, digits, _ and -", text).asException();
        }
        return text;
    }

    static long fen(YamlNode node) {
        String text = scalar(node);
        long fen;
        try {
            fen = Money.parseYuan(text);
        } catch (NumberFormatException e) {
            throw wrong(node, "an amount with at most two decimals", text).asException(e);
        }
        if (fen < 0) {
            throw wrong(node, "an amount that is not negative", text).asException();
        }
        return fen;
    }

    /** Ten-thousandths of a number from nought to ten. */
    static int ratio(YamlNode node) {
        String text = scalar(node);
        int ratio;
        try {
            ratio = Ratio.parse(text);
        } catch (NumberFormatException | ArithmeticException e) {
            throw wrong(node, "a ratio with at most four decimals", text).asException(e);
        }
        if (ratio < 0 || ratio > 10 * Ratio.ONE) {
            throw wrong(node, "a ratio between 0 and 10", text).asException();
        }
        return ratio;
    }

    /** Ten-thousandths of the share that a payer takes: from nought to one. */
    static int share(YamlNode node) {
        int ratio = ratio(node);
        if (ratio > Ratio.ONE) {
            throw wrong(node, "a ratio between 0 and 1", scalar(node)).asException();
        }
        return ratio;
    }

    static int count(YamlNode node, int most) {
        String text = scalar(node);
        int number;
        try {
            number = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw wrong(node, "a whole number", text).asException(e);
        }
        if (number < 1 || number > most) {
            throw wrong(node, "a whole number from 1 to " + most, text).asException();
        }
        return number;
    }

    static LocalDate date(YamlNode node) {
        String text = scalar(node);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw wrong(node, "a date like 2025-03-18", text).asException(e);
        }
    }

    /** One of the constants of an enum, written in lower case. */
    static <E extends Enum<E>> E constant(YamlNode node, Class<E> type) {
        String text = scalar(node);
        List<String> names = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            String name = constant.name().toLowerCase(Locale.ROOT);
            if (name.equals(text)) {
                return constant;
            }
            names.add(name);
        }
        throw wrong(node, "one of " + String.join(", ", names), text).asException();
    }
}
