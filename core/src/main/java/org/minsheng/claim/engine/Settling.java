package org.minsheng.claim.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minsheng.policy.Bands;
import org.minsheng.policy.CompiledPack;
import org.minsheng.policy.Payer;
import org.minsheng.policy.Plan;
import org.minsheng.policy.Quantity;
import org.minsheng.policy.Step;
import org.minsheng.policy.Window;

/** One claim on its way through the stages of its plan. Used once. */
final class Settling {
    private final Plan plan;
    private final PricedClaim claim;
    private final LocalDate date;
    private final Payers.Builder payers;
    private final Book book;
    private final Cells cells;
    private final List<Mark> marks;
    private final CompiledPack pack;
    private long balance;
    // The tightest ceiling that is not a daily one, as the last look at a stage's ceilings found it.
    private int tightest;
    private long tightestLeft;
    // What each stage's ceilings cut off, by stage and cell; made when first needed.
    private long[][] cuts;

    Settling(CompiledPack pack, Plan plan, PersonState before, PricedClaim claim, Payers.Builder payers) {
        this.plan = plan;
        this.claim = claim;
        this.date = claim.decidingDate();
        this.payers = payers;
        this.book = new Book(before);
        this.cells = Cells.of(claim, pack, plan);
        this.marks = new ArrayList<>(plan.steps().size());
        this.pack = pack;
        this.balance = Math.max(0, before.balance());
    }

    Settled settled() {
        List<Step> steps = plan.steps();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            MarkBuilder mark = new MarkBuilder(step.stage());
            if (step instanceof Step.Share share) {
                share(share, mark);
            } else if (step instanceof Step.Deductible deductible) {
                deductible(deductible, mark);
            } else if (step instanceof Step.PatientCap cap) {
                payers.add(cap.payer(), new PatientCapping(cells, book, date, pack.portionCount()).cap(cap, mark));
            } else {
                draw((Step.Draw) step, mark);
            }
            Mark made = mark.mark();
            if (made != null) {
                marks.add(made);
            }
        }
        for (int i = 0; i < plan.counts().size(); i++) {
            book.add(plan.counts().get(i), date, 1);
        }
        Trail trail = new Trail(marks, true);
        return new Settled(claim.key(), Outcome.SETTLED, payers.build(), book.entries(), trail, null);
    }

    private void share(Step.Share step, MarkBuilder mark) {
        int time = Times.nth(step.nth(), book.before(), date);
        if (step.nth() != null) {
            mark.nth(time);
        }
        Bands bands = step.bands(time);
        if (cells.size() == 1) {
            if (step.isFor(cells.portion(0))) {
                payers.add(step.payer(), shareGroup(step, bands, Cells.THE_ONE, 0, mark));
            }
            return;
        }
        // What the claim's earlier groups got: ceilings hold for each portion, or for all groups together.
        long[] spent = new long[step.byPortion() ? pack.portionCount() : 1];
        for (int cell = 0; cell < cells.size(); cell++) {
            boolean first = step.isFor(cells.portion(cell))
                    && !cells.isGroupedBefore(cell, step.portions(), step.byPortion(), step.byDay());
            if (first) {
                int[] members = cells.group(cell, step.portions(), step.byPortion(), step.byDay());
                int key = step.byPortion() ? cells.portion(cell) : 0;
                long amount = shareGroup(step, bands, members, spent[key], mark);
                spent[key] += amount;
                payers.add(step.payer(), amount);
            }
        }
    }

    /** Shares one group of cells; what was paid. {@code spent} is what the same ceilings let through before. */
    private long shareGroup(Step.Share step, Bands bands, int[] members, long spent, MarkBuilder mark) {
        int portion = cells.portion(members[0]);
        long now = step.quantity() == null ? cutOff(step.cutBy(), members) : cells.sum(step.quantity(), members);
        long before = 0;
        long paidBefore = 0;
        Window window = step.cumulative();
        if (window != null) {
            long from = window.firstDay(date);
            long to = window.lastDay(date);
            before = Math.max(0, book.sum(step.total().of(portion), from, to));
            paidBefore = Math.max(0, book.sum(step.paid().of(portion), from, to));
            mark.before(before, paidBefore);
        }
        long due = Math.max(0, bands.pay(before + now, step.rounding()) - paidBefore);
        long allowed = Math.min(due, leftOfCeilings(step.ceilings(), portion, dayOf(step, members), spent));
        if (allowed < due) {
            long uncut = bands.amountPaying(paidBefore + allowed, before + now);
            recordCut(step.stage(), members, Math.min(now, before + now - uncut));
            mark.cut(Math.min(now, before + now - uncut));
        }
        boolean withOutside = step.quantity() == Quantity.PATIENT || step.quantity() == Quantity.BILLED;
        long amount = Math.min(allowed, cells.room(withOutside, members));
        cells.move(amount, withOutside, members);
        if (window != null) {
            book.add(step.total().of(portion), date, now);
        }
        remember(step, portion, members, amount);
        mark.moved(now, amount);
        markCeiling(amount, mark);
        return amount;
    }

    private LocalDate dayOf(Step.Share step, int[] members) {
        return step.byDay() ? LocalDate.ofEpochDay(cells.day(members[0])) : date;
    }

    private void remember(Step.Share step, int portion, int[] members, long amount) {
        if (step.paid() != null) {
            book.add(step.paid().of(portion), date, amount);
        }
        if (!step.byDay()) {
            return;
        }
        for (Step.Ceiling ceiling : step.ceilings()) {
            if (ceiling.window().kind() == Window.Kind.DAY) {
                book.add(ceiling.counter().of(portion), dayOf(step, members), amount);
                return;
            }
        }
    }

    /** The least that is left of any ceiling; keeps the tightest for the trail. */
    private long leftOfCeilings(List<Step.Ceiling> ceilings, int portion, LocalDate day, long spent) {
        long least = Long.MAX_VALUE;
        tightestLeft = Long.MAX_VALUE;
        for (int i = 0; i < ceilings.size(); i++) {
            Step.Ceiling ceiling = ceilings.get(i);
            long left = left(ceiling, portion, day, spent);
            least = Math.min(least, left);
            if (left < tightestLeft && ceiling.window().kind() != Window.Kind.DAY) {
                tightest = i;
                tightestLeft = left;
            }
        }
        return least;
    }

    private long left(Step.Ceiling ceiling, int portion, LocalDate day, long spentInClaim) {
        if (ceiling.counter() == null) {
            return Math.max(0, ceiling.amount() - spentInClaim);
        }
        LocalDate around = ceiling.window().kind() == Window.Kind.DAY ? day : date;
        long from = ceiling.window().firstDay(around);
        long to = ceiling.window().lastDay(around);
        return Math.max(
                0, ceiling.amount() - Math.max(0, book.sum(ceiling.counter().of(portion), from, to)));
    }

    /** Marks what the tightest ceiling, found by {@link #leftOfCeilings}, leaves after an amount. */
    private void markCeiling(long amount, MarkBuilder mark) {
        if (tightestLeft != Long.MAX_VALUE) {
            mark.left(tightest, tightestLeft - amount);
        }
    }

    private void recordCut(int stage, int[] members, long cut) {
        if (cuts == null) {
            cuts = new long[stage + 1][];
        } else if (cuts.length <= stage) {
            cuts = Arrays.copyOf(cuts, stage + 1);
        }
        if (cuts[stage] == null) {
            cuts[stage] = new long[cells.size()];
        }
        // A group's cut is looked at by the group: its first cell stands for all.
        cuts[stage][members[0]] += cut;
    }

    private long cutOff(int stage, int[] members) {
        if (cuts == null || cuts.length <= stage || cuts[stage] == null) {
            return 0;
        }
        long sum = 0;
        for (int cell : members) {
            sum += cuts[stage][cell];
        }
        return sum;
    }

    private void deductible(Step.Deductible step, MarkBuilder mark) {
        int time = Times.nth(step.nth(), book.before(), date);
        if (step.nth() != null) {
            mark.nth(time);
        }
        for (int cell = 0; cell < cells.size(); cell++) {
            boolean first = step.isFor(cells.portion(cell))
                    && !cells.isGroupedBefore(cell, step.portions(), step.byPortion(), false);
            if (first) {
                deductGroup(step, step.amount(time), cells.group(cell, step.portions(), step.byPortion(), false), mark);
            }
        }
    }

    private void deductGroup(Step.Deductible step, Step.Limit amount, int[] members, MarkBuilder mark) {
        int portion = cells.portion(members[0]);
        long from = step.window().firstDay(date);
        long to = step.window().lastDay(date);
        long of = cells.sum(amount.of(), members);
        long whole = amount.value(
                amount.total() == null
                        ? of
                        : of + Math.max(0, book.sum(amount.total().of(portion), from, to)),
                step.rounding());
        long used = step.used() == null ? 0 : Math.max(0, book.sum(step.used().of(portion), from, to));
        long basis = cells.sum(Quantity.BASIS, members);
        long stillOpen = Math.max(0, whole - used);
        long borne = Math.min(stillOpen, basis);
        cells.consumeBasis(borne, members);
        payers.addDeductible(borne);
        if (step.used() != null) {
            book.add(step.used().of(portion), date, borne);
        }
        if (amount.total() != null) {
            book.add(amount.total().of(portion), date, of);
        }
        mark.moved(basis, borne);
        mark.limit(stillOpen);
        mark.before(0, used);
    }

    private void draw(Step.Draw step, MarkBuilder mark) {
        int first = 0;
        while (first < cells.size() && !step.isFor(cells.portion(first))) {
            first++;
        }
        if (first == cells.size()) {
            return;
        }
        int[] members = cells.group(first, step.portions(), false, false);
        boolean withOutside = step.on() == Quantity.PATIENT;
        long owed = cells.room(withOutside, members);
        long upTo = step.upTo() == null
                ? balance
                : step.upTo().value(cells.sum(step.upTo().of(), members), step.rounding());
        long amount = Math.min(Math.min(owed, upTo), leftOfCeilings(step.ceilings(), 0, date, 0));
        cells.move(amount, withOutside, members);
        payers.add(step.payer(), amount);
        if (step.payer() == Payer.ACCT) {
            balance -= amount;
        }
        if (step.paid() != null) {
            book.add(step.paid().of(0), date, amount);
        }
        mark.moved(owed, amount);
        mark.limit(upTo);
        markCeiling(amount, mark);
    }
}
