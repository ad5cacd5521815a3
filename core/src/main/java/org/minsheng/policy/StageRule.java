package org.minsheng.policy;

import java.util.List;

/**
 * One stage of a pack: it moves part of what is still open from the patient to one payer.
 *
 * @param id its name, unique in the pack; also the name of its counters
 * @param when which claims and portions it is for
 * @param per what its counters are kept apart by, besides the person: {@code scheme}, {@code treatment}, {@code portion} …
 * @param rounding how its result is rounded
 * @param article where the policy says so; empty when it names none
 * @param line where it stands in the pack
 * @param operator what it does
 */
public record StageRule(
        String id, Condition when, List<String> per, Rounding rounding, String article, int line, Operator operator) {
    public StageRule {
        per = List.copyOf(per);
    }

    /** The closed set of what a stage can do. */
    public sealed interface Operator {
        /** The name in a pack. */
        String text();

        /** Who pays; null for a deductible. */
        Payer payer();
    }

    /**
     * A payer takes a ratio, in bands, of an amount.
     *
     * @param payer who pays
     * @param on what it is a ratio of
     * @param above fen of the amount below which nothing is paid; bands count from nought all the same
     * @param bands in rising order, the last without an upper end
     * @param additions points added to every band's ratio
     * @param factors factors on ratio and points
     * @param ceilings the most that is paid
     */
    public record Share(
            Payer payer,
            On on,
            Choice<Long> above,
            List<Band> bands,
            List<Addition> additions,
            List<Factor> factors,
            List<Ceiling> ceilings)
            implements Operator {
        @Override
        public String text() {
            return "share";
        }
    }

    /**
     * The patient bears the first part of what is in scope.
     *
     * @param amount how much in the window
     * @param factors factors on the amount
     * @param window in which it is borne once
     */
    public record Deductible(Choice<Amount> amount, List<Factor> factors, Window window) implements Operator {
        @Override
        public String text() {
            return "deductible";
        }

        @Override
        public Payer payer() {
            return null;
        }
    }

    /**
     * A payer takes what exceeds the most that a patient has to bear.
     *
     * @param payer who pays
     * @param on what is capped: {@link Quantity#OPEN} or {@link Quantity#PATIENT}
     * @param limits the least of them binds
     * @param window of those limits that have none of their own
     * @param joinFrom portions join in one limit from this many fen on; null: each portion by itself, or no portions
     * @param fromNth a lower limit from the n-th time; may be null
     */
    public record PatientCap(
            Payer payer,
            Quantity on,
            List<Choice<Amount>> limits,
            Window window,
            Choice<Long> joinFrom,
            FromNth fromNth)
            implements Operator {
        @Override
        public String text() {
            return "patient_cap";
        }
    }

    /**
     * A payer takes what the patient owes, up to an amount.
     *
     * @param payer who pays
     * @param on what is drawn for: {@link Quantity#OPEN} or {@link Quantity#PATIENT}
     * @param upTo the most; null: the balance of the personal account
     * @param ceilings the most in a window
     */
    public record Draw(Payer payer, Quantity on, Choice<Amount> upTo, List<Ceiling> ceilings) implements Operator {
        @Override
        public String text() {
            return "draw";
        }
    }

    /**
     * What a share is taken of.
     *
     * @param quantity which amount; null when it is what another stage's ceilings cut off
     * @param cutBy that other stage; else null
     * @param cumulative the window over which the amount is summed up before the ratio is applied; else null
     */
    public record On(Quantity quantity, String cutBy, Window cumulative) {}

    /**
     * A ratio up to an amount.
     *
     * @param to upper end in fen; null for the last band
     * @param ratio ten-thousandths
     */
    public record Band(Choice<Long> to, Choice<Integer> ratio) {}

    /**
     * Points on top of a ratio.
     *
     * @param when for whom
     * @param points ten-thousandths
     */
    public record Addition(Condition when, Choice<Integer> points) {}

    /**
     * A factor: by a fact, or by the how-manieth time it is.
     *
     * @param by ten-thousandths; null for a factor by counter
     * @param counter the counter; else null
     * @param is ten-thousandths for the first, second … time; the last holds for all later ones
     */
    public record Factor(Choice<Integer> by, String counter, List<Integer> is) {}

    /**
     * The most that a stage pays in a window.
     *
     * @param amount fen
     * @param window in which
     */
    public record Ceiling(Choice<Long> amount, Window window) {}

    /**
     * A lower limit from the n-th time.
     *
     * @param counter which counter says the how-manieth time it is
     * @param nth from which
     * @param amount fen
     */
    public record FromNth(String counter, int nth, Choice<Long> amount) {}
}
