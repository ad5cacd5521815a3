package org.minsheng.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.minsheng.policy.StageRule.Addition;
import org.minsheng.policy.StageRule.Band;
import org.minsheng.policy.StageRule.Ceiling;
import org.minsheng.policy.StageRule.Factor;
import org.minsheng.policy.StageRule.FromNth;
import org.minsheng.policy.StageRule.On;
import org.minsheng.policy.StageRule.Operator;

/** Reads the stages of a pack, in order: a stage may name only counters and stages that are declared before it. */
final class StageParser {
    private static final Pattern CUT_BY = Pattern.compile("cut_by\\(([A-Za-z0-9_-]+?)(\\.cap)?\\)");
    private static final Pattern CUMULATIVE = Pattern.compile("cumulative\\(([a-z_]+), *([a-z0-9 ]+)\\)");
    private static final On BASIS = new On(Quantity.BASIS, null, null);
    private static final int TIMES_MAX = 50;

    private final Vocabulary vocabulary;
    private final Rounding rounding;
    private final Map<String, CounterRule> counters;
    private final Set<String> sharesBefore;

    /**
     * A parser of one pack's stages.
     *
     * @param sharesBefore ids of the shares read so far; this parser adds to it
     */
    StageParser(Vocabulary vocabulary, Rounding rounding, Map<String, CounterRule> counters, Set<String> sharesBefore) {
        this.vocabulary = vocabulary;
        this.rounding = rounding;
        this.counters = counters;
        this.sharesBefore = sharesBefore;
    }

    StageRule stage(YamlNode node) {
        Fields fields = new Fields(node);
        String id = Fields.name(fields.node("id"));
        Condition when = fields.optional("when", Condition.ALWAYS, vocabulary::condition);
        List<String> per = fields.optional("per", List.of("scheme"), this::per);
        Rounding own = new Rounding(
                fields.optional("unit", rounding.unitFen(), Vocabulary::unit),
                fields.optional("round", rounding.mode(), Vocabulary::mode));
        String article = fields.optional("article", "", Fields::scalar);
        YamlNode op = fields.node("op");
        Operator operator =
                switch (Fields.scalar(op)) {
                    case "share" -> share(fields, id);
                    case "deductible" -> deductible(fields);
                    case "patient_cap" -> patientCap(fields, per);
                    case "draw" -> draw(fields);
                    default ->
                        throw Fields.wrong(op, "share, deductible, patient_cap or draw", Fields.scalar(op))
                                .asException();
                };
        fields.end();
        return new StageRule(id, when, per, own, article, fields.line(), operator);
    }

    /** What counters are kept apart by; {@code person} is always meant and may be written. */
    List<String> per(YamlNode node) {
        List<String> per = new ArrayList<>();
        for (YamlNode item : Fields.items(node, item -> item)) {
            String name = Fields.scalar(item);
            if (!name.equals("person")) {
                per.add(vocabulary.fact(item, name).name());
            }
        }
        return per;
    }

    private Operator share(Fields fields, String id) {
        Payer payer = payer(fields);
        On on = fields.optional("on", BASIS, this::on);
        Choice<Long> above = fields.optional("above", new Choice.Always<>(0L), vocabulary::fen);
        if (fields.has("ratio") && fields.has("bands")) {
            throw Vocabulary.notTogether(fields.all(), "ratio, bands").asException();
        }
        List<Band> bands = fields.has("bands")
                ? fields.list("bands", this::band)
                : List.of(new Band(null, vocabulary.share(fields.node("ratio"))));
        if (bands.isEmpty()) {
            throw Fields.wrong(fields.node("bands"), "a list of at least one band", "[]")
                    .asException();
        }
        List<Addition> additions = fields.optional("add", List.of(), list -> Fields.oneOrMore(list, this::addition));
        List<Factor> factors = factors(fields);
        List<Ceiling> ceilings = ceilings(fields);
        sharesBefore.add(id);
        return new StageRule.Share(payer, on, above, bands, additions, factors, ceilings);
    }

    private Operator deductible(Fields fields) {
        return new StageRule.Deductible(
                vocabulary.amount(fields.node("amount")),
                factors(fields),
                fields.optional("window", Window.CLAIM, Vocabulary::window));
    }

    private Operator patientCap(Fields fields, List<String> per) {
        YamlNode amount = fields.node("amount");
        boolean several =
                amount instanceof YamlNode.Mapping mapping && mapping.entries().containsKey("least_of");
        List<Choice<Amount>> limits = List.of();
        if (several) {
            Fields least = new Fields(amount);
            limits = least.list("least_of", vocabulary::amount);
            least.end();
        } else {
            limits = List.of(vocabulary.amount(amount));
        }
        Choice<Long> joinFrom = fields.optional("join_if_at_least", null, vocabulary::fen);
        if (joinFrom != null && !per.contains(PolicyPack.PORTION)) {
            throw Vocabulary.notTogether(fields.all(), "join_if_at_least needs per: [person, portion]")
                    .asException();
        }
        return new StageRule.PatientCap(
                payer(fields),
                patientQuantity(fields, Quantity.OPEN),
                limits,
                fields.optional("window", Window.CLAIM, Vocabulary::window),
                joinFrom,
                fields.optional("from_nth", null, this::fromNth));
    }

    private Operator draw(Fields fields) {
        YamlNode upTo = fields.node("up_to");
        boolean balance =
                upTo instanceof YamlNode.Scalar scalar && scalar.text().equals("balance");
        return new StageRule.Draw(
                payer(fields),
                patientQuantity(fields, Quantity.PATIENT),
                balance ? null : vocabulary.amount(upTo),
                ceilings(fields));
    }

    private static Payer payer(Fields fields) {
        YamlNode node = fields.node("payer");
        Payer payer = Fields.constant(node, Payer.class);
        if (payer == Payer.ACCT && !fields.has("up_to")) {
            throw Vocabulary.notTogether(node, "payer acct; an account pays in a draw only")
                    .asException();
        }
        if (payer == Payer.CASH) {
            throw Fields.wrong(node, "a payer other than cash, which is what is left", "cash")
                    .asException();
        }
        return payer;
    }

    private static Quantity patientQuantity(Fields fields, Quantity otherwise) {
        Quantity quantity = fields.optional("on", otherwise, node -> Fields.constant(node, Quantity.class));
        if (quantity != Quantity.OPEN && quantity != Quantity.PATIENT) {
            throw Vocabulary.notTogether(fields.all(), "on: " + quantity.text() + "; only open or patient here")
                    .asException();
        }
        return quantity;
    }

    private On on(YamlNode node) {
        String text = Fields.scalar(node);
        Matcher cutBy = CUT_BY.matcher(text);
        if (cutBy.matches()) {
            if (!sharesBefore.contains(cutBy.group(1))) {
                throw Fields.unknown(node, cutBy.group(1)).asException();
            }
            return new On(null, cutBy.group(1), null);
        }
        Matcher cumulative = CUMULATIVE.matcher(text);
        if (!cumulative.matches()) {
            return new On(Fields.constant(node, Quantity.class), null, null);
        }
        YamlNode quantity = new YamlNode.Scalar(node.path(), node.line(), cumulative.group(1));
        YamlNode window = new YamlNode.Scalar(node.path(), node.line(), cumulative.group(2));
        return new On(Fields.constant(quantity, Quantity.class), null, Vocabulary.window(window));
    }

    private Band band(YamlNode node) {
        Fields fields = new Fields(node);
        Band band = new Band(fields.optional("to", null, vocabulary::fen), vocabulary.share(fields.node("ratio")));
        fields.end();
        return band;
    }

    private Addition addition(YamlNode node) {
        Fields fields = new Fields(node);
        Condition when = fields.optional("when", Condition.ALWAYS, vocabulary::condition);
        Addition addition = new Addition(when, vocabulary.ratio(fields.node("points")));
        fields.end();
        return addition;
    }

    private List<Factor> factors(Fields fields) {
        return fields.optional("times", List.of(), list -> Fields.oneOrMore(list, this::factor));
    }

    private Factor factor(YamlNode node) {
        boolean byCounter =
                node instanceof YamlNode.Mapping mapping && mapping.entries().containsKey("nth");
        if (!byCounter) {
            return new Factor(vocabulary.ratio(node), null, List.of());
        }
        Fields fields = new Fields(node);
        String counter = counter(fields.node("nth"));
        List<Integer> is = fields.list("is", Fields::ratio);
        if (is.isEmpty() || is.size() > TIMES_MAX) {
            throw Fields.wrong(fields.node("is"), "a list of 1 to " + TIMES_MAX + " factors", is.size() + " factors")
                    .asException();
        }
        fields.end();
        return new Factor(null, counter, is);
    }

    private String counter(YamlNode node) {
        String name = Fields.scalar(node);
        if (!counters.containsKey(name)) {
            throw Fields.unknown(node, name).asException();
        }
        return name;
    }

    private List<Ceiling> ceilings(Fields fields) {
        return fields.optional("cap", List.of(), list -> Fields.oneOrMore(list, this::ceiling));
    }

    private Ceiling ceiling(YamlNode node) {
        Fields fields = new Fields(node);
        Ceiling ceiling = new Ceiling(vocabulary.fen(fields.node("amount")), Vocabulary.window(fields.node("window")));
        fields.end();
        return ceiling;
    }

    private FromNth fromNth(YamlNode node) {
        Fields fields = new Fields(node);
        FromNth fromNth = new FromNth(
                counter(fields.node("counter")),
                Fields.count(fields.node("nth"), TIMES_MAX),
                vocabulary.fen(fields.node("amount")));
        fields.end();
        return fromNth;
    }
}
