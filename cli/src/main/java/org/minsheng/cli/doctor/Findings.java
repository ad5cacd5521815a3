package org.minsheng.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.Invocation;

/** What the checks found so far. The text of a finding stands under its key, what mends it under {@code KEY.mend}. */
final class Findings {
    private final Invocation invocation;
    private final List<Finding> all = new ArrayList<>();

    Findings(Invocation invocation) {
        this.invocation = invocation;
    }

    void ok(String check, String key, Object... facts) {
        all.add(new Finding(check, Finding.State.OK, invocation.text(key, facts), null));
    }

    void warn(String check, String key, Object... facts) {
        add(check, Finding.State.WARN, key, facts);
    }

    void wrong(String check, String key, Object... facts) {
        add(check, Finding.State.WRONG, key, facts);
    }

    /** What ended a check; said once, though several stumble over the same. */
    void problem(String check, Finding.State state, Problem problem) {
        String text = invocation.text(problem);
        if (all.stream().noneMatch(finding -> finding.text().equals(text))) {
            all.add(new Finding(check, state, text, invocation.mend(problem).orElse(null)));
        }
    }

    private void add(String check, Finding.State state, String key, Object... facts) {
        all.add(new Finding(check, state, invocation.text(key, facts), invocation.text(key + ".mend", facts)));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }

    long wrong() {
        return all.stream()
                .filter(finding -> finding.state() == Finding.State.WRONG)
                .count();
    }
}
