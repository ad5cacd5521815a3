package org.minsheng.policy;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.base.Money;
import org.minsheng.base.Problem;

/** Reads what recurs everywhere in a pack: conditions, tables by fact, amounts, windows. Knows the declared facts. */
final class Vocabulary {
    private static final Pattern MONTHS = Pattern.compile("(\\d{1,3}) months");

    private final Map<String, PolicyPack.FactRule> facts = new LinkedHashMap<>();

    Vocabulary(List<PolicyPack.FactRule> rules) {
        for (PolicyPack.FactRule rule : rules) {
            facts.put(rule.name(), rule);
        }
    }

    PolicyPack.FactRule fact(YamlNode node, String name) {
        PolicyPack.FactRule rule = facts.get(name);
        if (rule == null) {
            throw Fields.unknown(node, name).asException();
        }
        return rule;
    }

    String value(PolicyPack.FactRule fact, YamlNode node, String value) {
        if (!fact.codes().containsKey(value)) {
            throw Fields.unknown(node, fact.name() + " " + value).asException();
        }
        return value;
    }

    Condition condition(YamlNode node) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : Fields.mapping(node).entries().entrySet()) {
            PolicyPack.FactRule fact = fact(entry.getValue(), entry.getKey());
            values.put(
                    fact.name(), Fields.oneOrMore(entry.getValue(), value -> value(fact, value, Fields.scalar(value))));
        }
        return new Condition(values);
    }

    /** A value, or a table over a fact whose entries are such values again. */
    <T> Choice<T> choice(YamlNode node, Function<YamlNode, T> reader) {
        if (!(node instanceof YamlNode.Mapping mapping) || !mapping.entries().containsKey("by")) {
            return new Choice.Always<>(reader.apply(node));
        }
        YamlNode by = mapping.entries().get("by");
        PolicyPack.FactRule fact = fact(by, Fields.scalar(by));
        if (fact.name().equals(PolicyPack.PORTION)) {
            throw notTogether(by, "by: portion; give each portion a stage of its own with when")
                    .asException();
        }
        Map<String, Choice<T>> entries = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : mapping.entries().entrySet()) {
            if (!entry.getKey().equals("by")) {
                entries.put(value(fact, entry.getValue(), entry.getKey()), choice(entry.getValue(), reader));
            }
        }
        return new Choice.By<>(fact.name(), entries, mapping.line());
    }

    static Problem notTogether(YamlNode node, String what) {
        return PolicyProblem.NOT_TOGETHER.at(node.path(), node.line()).with("what", what);
    }

    Choice<Long> fen(YamlNode node) {
        return choice(node, Fields::fen);
    }

    Choice<Integer> share(YamlNode node) {
        return choice(node, Fields::share);
    }

    Choice<Integer> ratio(YamlNode node) {
        return choice(node, Fields::ratio);
    }

    Choice<Amount> amount(YamlNode node) {
        return choice(node, Vocabulary::oneAmount);
    }

    private static Amount oneAmount(YamlNode node) {
        if (node instanceof YamlNode.Scalar) {
            return Amount.flat(Fields.fen(node));
        }
        Fields fields = new Fields(node);
        Window window = fields.optional("window", null, Vocabulary::window);
        Amount amount;
        if (fields.has("flat")) {
            amount = Amount.flat(Fields.fen(fields.node("flat")));
        } else if (fields.has("share")) {
            int share = Fields.ratio(fields.node("share"));
            amount = new Amount(0, share, Fields.constant(fields.node("of"), Quantity.class), 0, null);
        } else {
            long base = Fields.fen(fields.node("base"));
            int plus = Fields.ratio(fields.node("plus"));
            Quantity of = Fields.constant(fields.node("of"), Quantity.class);
            amount = new Amount(base, plus, of, fields.optional("over", 0L, Fields::fen), null);
        }
        fields.end();
        return new Amount(amount.base(), amount.plus(), amount.of(), amount.over(), window);
    }

    static Window window(YamlNode node) {
        if (node instanceof YamlNode.Mapping) {
            Fields fields = new Fields(node);
            Window window = fields.has("months")
                    ? months(Fields.count(fields.node("months"), Window.MONTHS_MAX))
                    : new Window(Window.Kind.SINCE, 0, Fields.date(fields.node("since")));
            fields.end();
            return window;
        }
        String text = Fields.scalar(node);
        Window window = windowOf(text);
        if (window == null) {
            throw Fields.wrong(node, "claim, day, month, year, ever, {months: N} or {since: DATE}", text)
                    .asException();
        }
        return window;
    }

    /** The window of a word; null for another word. */
    static Window windowOf(String text) {
        Matcher months = MONTHS.matcher(text);
        if (months.matches()) {
            int number = Integer.parseInt(months.group(1));
            return number >= 1 && number <= Window.MONTHS_MAX ? months(number) : null;
        }
        return switch (text) {
            case "claim" -> Window.CLAIM;
            case "day" -> Window.DAY;
            case "month" -> Window.MONTH;
            case "year" -> Window.YEAR;
            case "ever" -> Window.EVER;
            default -> null;
        };
    }

    private static Window months(int number) {
        return new Window(Window.Kind.MONTHS, number, null);
    }

    /** The smallest unit of a result, in fen. */
    static long unit(YamlNode node) {
        String text = Fields.scalar(node);
        try {
            long fen = Money.parseYuan(text);
            if (fen == 1 || fen == 10 || fen == 100 || fen == 1_000) {
                return fen;
            }
        } catch (NumberFormatException e) {
            throw Fields.wrong(node, "0.01, 0.1, 1 or 10", text).asException(e);
        }
        throw Fields.wrong(node, "0.01, 0.1, 1 or 10", text).asException();
    }

    static RoundingMode mode(YamlNode node) {
        String text = Fields.scalar(node);
        return switch (text) {
            case "half_up" -> RoundingMode.HALF_UP;
            case "half_even" -> RoundingMode.HALF_EVEN;
            case "up" -> RoundingMode.UP;
            case "down" -> RoundingMode.DOWN;
            default ->
                throw Fields.wrong(node, "half_up, half_even, up or down", text).asException();
        };
    }
}
