package org.minsheng.policy;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/** How far back a pack looks: the windows of its counters, ceilings and cumulative stages. */
public final class LookBack {
    /** Nothing was settled before; a window "for ever" begins here. */
    private static final LocalDate BEGINNING = LocalDate.of(1990, 1, 1);

    private final Set<Window> windows = new LinkedHashSet<>();

    private LookBack() {}

    /** Of all rules of a pack. */
    public static LookBack of(PolicyPack pack) {
        LookBack lookBack = new LookBack();
        pack.counters().forEach(counter -> lookBack.add(counter.window()));
        pack.stages().forEach(stage -> lookBack.addOperator(stage.operator()));
        return lookBack;
    }

    /** The first day whose counters may matter for a claim that is decided on this date. */
    public LocalDate firstDay(LocalDate decidingDate) {
        LocalDate first = decidingDate.withDayOfYear(1);
        for (Window window : windows) {
            long day = Math.max(BEGINNING.toEpochDay(), window.firstDay(decidingDate));
            first = day < first.toEpochDay() ? LocalDate.ofEpochDay(day) : first;
        }
        return first;
    }

    private void addOperator(StageRule.Operator operator) {
        if (operator instanceof StageRule.Share share) {
            add(share.on().cumulative());
            share.ceilings().forEach(ceiling -> add(ceiling.window()));
        } else if (operator instanceof StageRule.Deductible deductible) {
            add(deductible.window());
        } else if (operator instanceof StageRule.PatientCap cap) {
            add(cap.window());
            cap.limits().forEach(this::addLimit);
        } else if (operator instanceof StageRule.Draw draw) {
            draw.ceilings().forEach(ceiling -> add(ceiling.window()));
        }
    }

    private void addLimit(Choice<Amount> limit) {
        if (limit instanceof Choice.Always<Amount> always) {
            add(always.value().window());
        } else if (limit instanceof Choice.By<Amount> table) {
            table.entries().values().forEach(this::addLimit);
        }
    }

    private void add(Window window) {
        if (window != null) {
            windows.add(window);
        }
    }
}
