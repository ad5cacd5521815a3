package org.minsheng.policy;

import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.minsheng.policy.PolicyPack.DatedBy;
import org.minsheng.policy.PolicyPack.FactRule;
import org.minsheng.policy.PolicyPack.Head;

/**
 * Reads a policy pack from YAML text. Strict: an unknown or doubled key, a missing one, a value of the wrong kind or an
 * undeclared name ends with a {@link PolicyProblem} that carries path and line.
 */
public final class PackParser {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.-]{0,20}");

    private PackParser() {}

    /** The pack of a text. */
    public static PolicyPack parse(String yaml) {
        Fields fields = new Fields(YamlReader.read(yaml));
        YamlNode headNode = fields.node("pack");
        Fields head = new Fields(headNode);
        Rounding rounding = new Rounding(
                head.optional("unit", 1L, Vocabulary::unit),
                head.optional("round", RoundingMode.HALF_UP, Vocabulary::mode));
        Head what = head(head, headNode);

        List<FactRule> facts = facts(fields.node("facts"));
        Vocabulary vocabulary = new Vocabulary(facts);
        List<Condition> covers = fields.list("covers", vocabulary::condition);

        Map<String, CounterRule> counters = new LinkedHashMap<>();
        StageParser stageParser = new StageParser(vocabulary, rounding, counters, new HashSet<>());
        if (fields.has("counters")) {
            counters(fields.node("counters"), vocabulary, stageParser, counters);
        }
        List<StageRule> stages = stages(fields.node("stages"), stageParser, counters);
        checkCountersOfStages(fields.node("stages"), counters, stages);

        ExampleParser exampleParser = new ExampleParser(vocabulary, new HashSet<>());
        List<PolicyPack.Example> examples = fields.list("examples", exampleParser::example);
        fields.end();
        return new PolicyPack(what, facts, covers, List.copyOf(counters.values()), stages, examples);
    }

    private static Head head(Fields fields, YamlNode node) {
        Head head = new Head(
                Fields.name(fields.node("id")),
                Fields.scalar(fields.node("version")),
                fields.optional("title", "", Fields::scalar),
                Fields.scalar(fields.node("status")),
                fields.optional("source", "", Fields::scalar),
                Fields.date(fields.node("valid_from")),
                Fields.date(fields.node("valid_to")),
                fields.optional("dated_by", DatedBy.DISCHARGE, text -> Fields.constant(text, DatedBy.class)),
                fields.optional("uninsured_account", false, PackParser::yesOrNo));
        fields.end();
        if (!Set.of("verified", "unverified").contains(head.status())) {
            throw Fields.wrong(fields.node("status"), "verified or unverified", head.status())
                    .asException();
        }
        if (head.validTo().isBefore(head.validFrom())) {
            throw Fields.wrong(node, "valid_from not after valid_to", head.validFrom() + " to " + head.validTo())
                    .asException();
        }
        return head;
    }

    private static boolean yesOrNo(YamlNode node) {
        return switch (Fields.scalar(node)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw Fields.wrong(node, "true or false", Fields.scalar(node)).asException();
        };
    }

    private static List<FactRule> facts(YamlNode node) {
        List<FactRule> facts = new ArrayList<>();
        for (Map.Entry<String, YamlNode> entry : Fields.mapping(node).entries().entrySet()) {
            Map<String, List<String>> codes = new LinkedHashMap<>();
            Set<String> seen = new HashSet<>();
            for (Map.Entry<String, YamlNode> value :
                    Fields.mapping(entry.getValue()).entries().entrySet()) {
                codes.put(value.getKey(), Fields.oneOrMore(value.getValue(), code -> code(code, seen)));
            }
            facts.add(new FactRule(entry.getKey(), codes));
        }
        return facts;
    }

    private static String code(YamlNode node, Set<String> seen) {
        String code = Fields.scalar(node);
        if (!CODE.matcher(code).matches()) {
            throw Fields.wrong(node, "a code of letters, digits, _ . and -", code)
                    .asException();
        }
        if (!seen.add(code)) {
            throw PolicyProblem.DOUBLE_KEY
                    .at(node.path(), node.line())
                    .with("key", code)
                    .asException();
        }
        return code;
    }

    private static void counters(
            YamlNode node, Vocabulary vocabulary, StageParser stageParser, Map<String, CounterRule> counters) {
        for (Map.Entry<String, YamlNode> entry : Fields.mapping(node).entries().entrySet()) {
            Fields fields = new Fields(entry.getValue());
            YamlNode count = fields.node("count");
            boolean periods = "periods".equals(Fields.scalar(count));
            if (!periods && !"claims".equals(Fields.scalar(count))) {
                throw Fields.wrong(count, "claims or periods", Fields.scalar(count))
                        .asException();
            }
            String where = periods ? whereOf(fields.node("where")) : null;
            CounterRule rule = new CounterRule(
                    Fields.name(new YamlNode.Scalar(
                            entry.getValue().path(), entry.getValue().line(), entry.getKey())),
                    fields.optional("when", Condition.ALWAYS, vocabulary::condition),
                    fields.optional("per", List.of("scheme"), stageParser::per),
                    Vocabulary.window(fields.node("window")),
                    where,
                    fields.line());
            fields.end();
            counters.put(rule.id(), rule);
        }
    }

    /** The stage of {@code month_cap.paid}. */
    private static String whereOf(YamlNode node) {
        String text = Fields.scalar(node);
        if (!text.endsWith(".paid")) {
            throw Fields.wrong(node, "STAGE.paid", text).asException();
        }
        return text.substring(0, text.length() - ".paid".length());
    }

    private static List<StageRule> stages(YamlNode node, StageParser stageParser, Map<String, CounterRule> counters) {
        List<StageRule> stages = Fields.items(node, stageParser::stage);
        Set<String> ids = new HashSet<>(counters.keySet());
        for (StageRule stage : stages) {
            if (!ids.add(stage.id())) {
                throw PolicyProblem.DOUBLE_KEY
                        .at(node.path(), stage.line())
                        .with("key", stage.id())
                        .asException();
            }
        }
        return stages;
    }

    private static void checkCountersOfStages(
            YamlNode node, Map<String, CounterRule> counters, List<StageRule> stages) {
        for (CounterRule counter : counters.values()) {
            boolean known = counter.where() == null
                    || stages.stream().anyMatch(stage -> stage.id().equals(counter.where()));
            if (!known) {
                throw PolicyProblem.UNKNOWN_NAME
                        .at(node.path(), counter.line())
                        .with("name", counter.where())
                        .asException();
            }
        }
    }
}
