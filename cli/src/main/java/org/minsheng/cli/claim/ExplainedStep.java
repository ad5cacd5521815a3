package org.minsheng.cli.claim;

import java.util.ArrayList;
import java.util.List;
import org.minsheng.cli.render.Column;

/**
 * A step of an explanation.
 *
 * @param id stable name for programs: {@code in_scope}, a stage of the pack, {@code pool.ceiling}
 * @param step what happened, in words
 * @param amount fen
 * @param note details in words; empty for none
 * @param article where the policy says so; null where it names none
 */
record ExplainedStep(String id, String step, long amount, String note, String article) {
    static final Column[] COLUMNS = {
        Column.text("id"), Column.text("step"), Column.money("amount"), Column.text("note"), Column.text("article")
    };

    Object[] row() {
        return new Object[] {id, step, amount, note, article};
    }

    static List<Object[]> rows(List<ExplainedStep> steps) {
        List<Object[]> rows = new ArrayList<>();
        steps.forEach(step -> rows.add(step.row()));
        return rows;
    }
}
