package org.minsheng.policy;

import java.math.BigDecimal;
import java.util.List;

/** A stage as it applies in one case: all tables resolved, all names of counters made. */
public sealed interface Step {
    /** Ordinal of the stage in the pack, from 0. */
    int stage();

    /** Bit set of the portions it is for, by ordinal. */
    long portions();

    /** How its result is rounded. */
    Rounding rounding();

    /** Whether it is for one portion, by ordinal. */
    default boolean isFor(int portion) {
        return (portions() & (1L << portion)) != 0;
    }

    /**
     * See {@link StageRule.Share}.
     *
     * @param byPortion whether each portion is shared by itself
     * @param byDay whether each day is shared by itself
     * @param quantity what is shared; null when it is what the stage {@code cutBy} cut off
     * @param cutBy ordinal of that stage; else -1
     * @param cumulative the window of a cumulative share; else null
     * @param total counter of the shared quantity for a cumulative share; else null
     * @param paid counter of what it paid; null when nothing asks for it
     * @param bandsByNth ratios for the first, second … time; one when it does not ask
     * @param nth which time it is; null when it does not ask
     * @param ceilings the most it pays
     */
    record Share(
            int stage,
            long portions,
            Rounding rounding,
            Payer payer,
            boolean byPortion,
            boolean byDay,
            Quantity quantity,
            int cutBy,
            Window cumulative,
            CounterName total,
            CounterName paid,
            List<Bands> bandsByNth,
            Nth nth,
            List<Ceiling> ceilings)
            implements Step {
        /** The ratios at the n-th time. */
        public Bands bands(int time) {
            return bandsByNth.get(Math.min(Math.max(time, 1), bandsByNth.size()) - 1);
        }
    }

    /**
     * See {@link StageRule.Deductible}.
     *
     * @param byPortion whether each portion has its own
     * @param amountByNth the amount at the first, second … time
     * @param nth which time it is; null when it does not ask
     * @param window in which it is borne once
     * @param used counter of what was borne; null for a window of one claim
     */
    record Deductible(
            int stage,
            long portions,
            Rounding rounding,
            boolean byPortion,
            List<Limit> amountByNth,
            Nth nth,
            Window window,
            CounterName used)
            implements Step {
        /** The amount at the n-th time. */
        public Limit amount(int time) {
            return amountByNth.get(Math.min(Math.max(time, 1), amountByNth.size()) - 1);
        }
    }

    /**
     * See {@link StageRule.PatientCap}.
     *
     * @param byPortion whether portions are told apart
     * @param joinFrom fen from which a portion joins the others; -1 when each is by itself
     * @param on what is capped
     * @param limits the most that the patient bears; the least binds
     * @param nth which time it is; null when it does not ask
     * @param fromNth from which time the lower limit holds
     * @param lower that lower limit; null when there is none
     * @param paid counter of what it paid; null when nothing asks for it
     * @param total counter of the capped quantity; null when no limit looks beyond the claim
     */
    record PatientCap(
            int stage,
            long portions,
            Rounding rounding,
            Payer payer,
            boolean byPortion,
            long joinFrom,
            Quantity on,
            List<Limit> limits,
            Nth nth,
            int fromNth,
            Limit lower,
            CounterName paid,
            CounterName total)
            implements Step {}

    /**
     * See {@link StageRule.Draw}.
     *
     * @param on what is drawn for
     * @param upTo the most; null: the balance of the personal account
     * @param paid counter of what was drawn; null when nothing asks for it
     * @param ceilings the most in a window
     */
    record Draw(
            int stage,
            long portions,
            Rounding rounding,
            Payer payer,
            Quantity on,
            Limit upTo,
            CounterName paid,
            List<Ceiling> ceilings)
            implements Step {}

    /**
     * The most that is paid in a window.
     *
     * @param amount fen
     * @param window in which
     * @param counter counter of what was paid; null for a window of one claim
     */
    record Ceiling(long amount, Window window, CounterName counter) {}

    /**
     * An amount that may depend on the claim: {@code base + plus × max(0, of − over)}.
     *
     * @param base fen
     * @param plus ratio scaled by {@link Rounding#SCALE}
     * @param of what the ratio is of
     * @param over fen of it that count for nothing
     * @param window in which it holds
     * @param total counter of {@code of}; null for a window of one claim or a flat amount
     */
    record Limit(long base, long plus, Quantity of, long over, Window window, CounterName total) {
        /** The amount when {@code of} is so many fen. */
        public long value(long quantity, Rounding rounding) {
            if (plus == 0 || quantity <= over) {
                return base;
            }
            long counted = quantity - over;
            boolean fits = Math.multiplyHigh(plus, counted) == 0 && plus * counted >= 0;
            return base
                    + (fits
                            ? rounding.ofScaled(plus * counted)
                            : rounding.ofScaled(BigDecimal.valueOf(plus).multiply(BigDecimal.valueOf(counted))));
        }
    }

    /**
     * The how-manieth time it is.
     *
     * @param counter what is counted: claims, or for periods what a stage paid
     * @param window over which
     * @param periods whether months with a payment are counted instead of claims
     */
    record Nth(CounterName counter, Window window, boolean periods) {}
}
