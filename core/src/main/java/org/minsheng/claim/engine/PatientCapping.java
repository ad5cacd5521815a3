package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.List;
import org.minsheng.policy.Quantity;
import org.minsheng.policy.Step;
import org.minsheng.policy.Window;

/**
 * What exceeds the most that a patient has to bear. Over a window the stage looks at totals: it pays what they exceed
 * the limit by, less what it has paid already; so that several visits of a month, and a late one, come to the same.
 */
final class PatientCapping {
    private final Cells cells;
    private final Book book;
    private final LocalDate date;
    private final int portionCount;

    PatientCapping(Cells cells, Book book, LocalDate date, int portionCount) {
        this.cells = cells;
        this.book = book;
        this.date = date;
        this.portionCount = portionCount;
    }

    /** What the stage pays. */
    long cap(Step.PatientCap step, MarkBuilder mark) {
        int time = Times.nth(step.nth(), book.before(), date);
        if (step.nth() != null) {
            mark.nth(time);
        }
        boolean lower = step.lower() != null && time >= step.fromNth();
        List<Step.Limit> limits = lower ? List.of(step.lower()) : step.limits();
        if (!step.byPortion() || step.joinFrom() >= 0) {
            return capGroup(step, limits, step.portions(), mark);
        }
        long paid = 0;
        for (int portion = 0; portion < portionCount; portion++) {
            if (step.isFor(portion)) {
                paid += capGroup(step, limits, 1L << portion, mark);
            }
        }
        return paid;
    }

    private long capGroup(Step.PatientCap step, List<Step.Limit> limits, long portions, MarkBuilder mark) {
        Finding best = null;
        for (int i = 0; i < limits.size(); i++) {
            Finding finding = finding(step, limits.get(i), portions);
            if (best == null || finding.due > best.due) {
                best = finding;
            }
        }
        boolean withOutside = step.on() == Quantity.PATIENT;
        int[] members = members(best.joined);
        long amount = members.length == 0 ? 0 : Math.min(best.due, cells.room(withOutside, members));
        long now = members.length == 0 ? 0 : cells.sum(step.on(), members);
        rememberTotals(step, portions);
        cells.move(amount, withOutside, members);
        if (step.paid() != null) {
            book.add(step.paid().of(ordinal(portions)), date, amount);
        }
        mark.moved(now, amount);
        if (now > 0) {
            mark.limit(best.limit);
            mark.before(best.before, best.paidBefore);
        }
        return amount;
    }

    /** What one limit comes to. */
    private static final class Finding {
        private long joined;
        private long limit;
        private long due;
        private long before;
        private long paidBefore;
    }

    private Finding finding(Step.PatientCap step, Step.Limit limit, long portions) {
        Finding finding = new Finding();
        Window window = limit.window();
        long from = window.firstDay(date);
        long to = window.lastDay(date);
        boolean apart = step.byPortion();
        long total = 0;
        long of = 0;
        for (int portion = 0; portion < (apart ? portionCount : 1); portion++) {
            long bits = apart ? portions & (1L << portion) : portions;
            if (bits == 0) {
                continue;
            }
            int[] members = members(bits);
            long earlier =
                    window.remembers() ? Math.max(0, book.sum(step.total().of(portion), from, to)) : 0;
            long now = cells.sum(step.on(), members);
            if (earlier + now >= step.joinFrom()) {
                finding.joined |= bits;
                finding.before += earlier;
                total += earlier + now;
                of += cells.sum(limit.of(), members);
                of += limit.total() == null
                        ? 0
                        : Math.max(0, book.sum(limit.total().of(portion), from, to));
            }
        }
        finding.limit = limit.value(of, step.rounding());
        finding.paidBefore =
                window.remembers() ? Math.max(0, book.sum(step.paid().of(ordinal(portions)), from, to)) : 0;
        finding.due = Math.max(0, total - finding.limit - finding.paidBefore);
        return finding;
    }

    private void rememberTotals(Step.PatientCap step, long portions) {
        boolean apart = step.byPortion();
        for (int portion = 0; portion < (apart ? portionCount : 1); portion++) {
            long bits = apart ? portions & (1L << portion) : portions;
            int[] members = members(bits);
            if (members.length == 0) {
                continue;
            }
            if (step.total() != null) {
                book.add(step.total().of(portion), date, cells.sum(step.on(), members));
            }
            for (int i = 0; i < step.limits().size(); i++) {
                Step.Limit limit = step.limits().get(i);
                if (limit.total() != null && !isNamedBefore(step.limits(), i)) {
                    book.add(limit.total().of(portion), date, cells.sum(limit.of(), members));
                }
            }
        }
    }

    /** Two limits may look at the same total; it is remembered once. */
    private static boolean isNamedBefore(List<Step.Limit> limits, int at) {
        for (int i = 0; i < at; i++) {
            if (limits.get(at).total().equals(limits.get(i).total())) {
                return true;
            }
        }
        return false;
    }

    private static int ordinal(long portions) {
        return Long.bitCount(portions) == 1 ? Long.numberOfTrailingZeros(portions) : 0;
    }

    private int[] members(long portions) {
        for (int cell = 0; cell < cells.size(); cell++) {
            if ((portions & (1L << cells.portion(cell))) != 0) {
                return cells.group(cell, portions, false, false);
            }
        }
        return new int[0];
    }
}
