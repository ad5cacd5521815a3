package org.minsheng.policy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minsheng.policy.PolicyPack.Example;
import org.minsheng.policy.PolicyPack.ExampleSlice;

/** Reads the worked examples of a pack, in order: one may go on only from an example before it. */
final class ExampleParser {
    private static final Set<String> OTHER_AMOUNTS =
            Set.of("deductible", "funds", "patient", "billed", "in_scope", "balance");

    /** Longest claim of an example, in days. */
    private static final int DAYS_MAX = 800;

    private final Vocabulary vocabulary;
    private final Set<String> before;

    /**
     * A parser of one pack's examples.
     *
     * @param before ids of the examples read so far; this parser adds to it
     */
    ExampleParser(Vocabulary vocabulary, Set<String> before) {
        this.vocabulary = vocabulary;
        this.before = before;
    }

    Example example(YamlNode node) {
        Fields fields = new Fields(node);
        String id = Fields.name(fields.node("id"));
        fields.optional("why", "", Fields::scalar);
        LocalDate date = Fields.date(fields.node("date"));
        Map<String, String> facts = facts(fields.node("facts"));
        long balance = fields.optional("balance", 0L, Fields::fen);
        String after = fields.optional("after", null, this::earlier);
        String history = fields.optional("history", "", Fields::scalar);
        List<ExampleSlice> slices = fields.has("slices")
                ? fields.list("slices", slice -> slice(new Fields(slice), date))
                : List.of(slice(new Fields(fields.node("bill")), date));
        String outcome = fields.optional("outcome", "settled", ExampleParser::outcome);
        String held = fields.optional("held", null, Fields::scalar);
        Map<String, Long> expected = fields.optional("expect", Map.of(), ExampleParser::expected);
        fields.end();
        if (!before.add(id)) {
            throw PolicyProblem.DOUBLE_KEY
                    .at(node.path(), node.line())
                    .with("key", id)
                    .asException();
        }
        return new Example(id, fields.line(), facts, date, balance, after, history, slices, expected, outcome, held);
    }

    private static String outcome(YamlNode node) {
        String text = Fields.scalar(node);
        if (!Set.of("settled", "not_covered", "held").contains(text)) {
            throw Fields.wrong(node, "settled, not_covered or held", text).asException();
        }
        return text;
    }

    private String earlier(YamlNode node) {
        String id = Fields.scalar(node);
        if (!before.contains(id)) {
            throw Fields.unknown(node, id).asException();
        }
        return id;
    }

    private Map<String, String> facts(YamlNode node) {
        Map<String, String> facts = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : Fields.mapping(node).entries().entrySet()) {
            PolicyPack.FactRule fact = vocabulary.fact(entry.getValue(), entry.getKey());
            String value = Fields.scalar(entry.getValue());
            boolean uninsured = fact.name().equals("person") && value.equals("none");
            // A code that no name stands for is allowed: examples also show what is held.
            boolean code = value.startsWith("?");
            if (!uninsured && !code) {
                vocabulary.value(fact, entry.getValue(), value);
            }
            facts.put(fact.name(), value);
        }
        return facts;
    }

    private ExampleSlice slice(Fields fields, LocalDate deciding) {
        LocalDate on = fields.optional("date", deciding, Fields::date);
        LocalDate from = fields.optional("from", on, Fields::date);
        LocalDate to = fields.optional("to", from, Fields::date);
        if (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= DAYS_MAX) {
            throw Fields.wrong(fields.all(), "at most " + DAYS_MAX + " days, from before to", from + " to " + to)
                    .asException();
        }
        ExampleSlice slice = new ExampleSlice(
                from,
                to,
                fields.optional("portion", "", Fields::scalar),
                fields.optional("own", 0L, Fields::fen),
                fields.optional("over_limit", 0L, Fields::fen),
                fields.optional("self_first", 0L, Fields::fen),
                fields.optional("in_scope", 0L, Fields::fen));
        fields.end();
        return slice;
    }

    private static Map<String, Long> expected(YamlNode node) {
        Map<String, Long> expected = new LinkedHashMap<>();
        for (Map.Entry<String, YamlNode> entry : Fields.mapping(node).entries().entrySet()) {
            if (!OTHER_AMOUNTS.contains(entry.getKey())) {
                Fields.constant(
                        new YamlNode.Scalar(
                                entry.getValue().path(), entry.getValue().line(), entry.getKey()),
                        Payer.class);
            }
            expected.put(entry.getKey(), Fields.fen(entry.getValue()));
        }
        return expected;
    }
}
