package org.minsheng.cli.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.minsheng.cli.command.Invocation;
import org.minsheng.policy.PackDiff.Difference;

/** The differences of two packs in words: a heading a rule, below it a line for each thing that it says otherwise. */
final class DifferenceText {
    private final Invocation invocation;

    DifferenceText(Invocation invocation) {
        this.invocation = invocation;
    }

    String page(List<Difference> differences) {
        StringBuilder page = new StringBuilder();
        String heading = "";
        for (Difference difference : differences) {
            String rule = heading(difference);
            if (!rule.equals(heading)) {
                heading = rule;
                page.append(page.isEmpty() ? "" : "\n").append(rule);
                page.append(difference.trait().isEmpty() ? " · " + change(difference) : "")
                        .append('\n');
            }
            if (!difference.trait().isEmpty()) {
                page.append("  ").append(line(difference)).append('\n');
            }
        }
        return page.toString();
    }

    private String heading(Difference difference) {
        return (invocation.text("diff." + difference.section()) + " " + difference.rule()).strip();
    }

    private String change(Difference difference) {
        return invocation.text("diff." + difference.kind().text());
    }

    private String line(Difference difference) {
        String what = difference.place().isEmpty()
                ? invocation.text("diff." + difference.trait())
                : invocation.text("diff." + difference.trait() + ".of", "place", difference.place());
        String which = new TreeMap<>(difference.when())
                .entrySet().stream().map(this::fact).collect(Collectors.joining(", "));
        String subject = which.isEmpty() ? what : invocation.text("diff.case", "what", what, "case", which);
        if (difference.before() == null) {
            return subject + ": " + difference.after() + " · " + change(difference);
        }
        if (difference.after() == null) {
            return subject + ": " + difference.before() + " · " + change(difference);
        }
        return subject + ": " + difference.before() + " → " + difference.after();
    }

    private String fact(Map.Entry<String, String> fact) {
        if (fact.getKey().equals("tier")) {
            return invocation.text("fact.tier", "value", fact.getValue());
        }
        return Optional.of("fact." + fact.getValue())
                .map(key -> invocation.text(key))
                .filter(text -> !text.startsWith("fact."))
                .orElse(fact.getValue());
    }
}
