package org.minsheng.claim.engine;

import java.util.Arrays;
import org.minsheng.policy.Payer;

/**
 * One settlement's amounts in fen, under the national field names. Of a settlement none is negative and the
 * conservation laws hold; of a reversal every amount is the exact negative.
 */
public final class Payers {
    private static final int BILLED = Payer.values().length;
    private static final int OWN = BILLED + 1;
    private static final int OVER_LIMIT = BILLED + 2;
    private static final int SELF_FIRST = BILLED + 3;
    private static final int IN_SCOPE = BILLED + 4;
    private static final int DEDUCTIBLE = BILLED + 5;
    private static final int FIELDS = BILLED + 6;

    /** Nothing paid and nothing billed. */
    public static final Payers NONE = new Payers(new long[FIELDS]);

    private final long[] amounts;

    private Payers(long[] amounts) {
        this.amounts = amounts;
    }

    /** Collects the amounts of one settlement. */
    public static final class Builder {
        private final long[] amounts = new long[FIELDS];

        /** The bill: {@code billed = own + overLimit + selfFirst + inScope}. */
        public Builder bill(long own, long overLimit, long selfFirst, long inScope) {
            amounts[BILLED] = own + overLimit + selfFirst + inScope;
            amounts[OWN] = own;
            amounts[OVER_LIMIT] = overLimit;
            amounts[SELF_FIRST] = selfFirst;
            amounts[IN_SCOPE] = inScope;
            return this;
        }

        /** Adds to what one payer pays. */
        public Builder add(Payer payer, long fen) {
            amounts[payer.place()] += fen;
            return this;
        }

        /** Adds to the deductible borne. */
        public Builder addDeductible(long fen) {
            amounts[DEDUCTIBLE] += fen;
            return this;
        }

        /** What nobody else pays is cash. The builder must not be used afterwards. */
        public Payers build() {
            long others = 0;
            for (int payer = 0; payer < Payer.CASH.place(); payer++) {
                others += amounts[payer];
            }
            amounts[Payer.CASH.place()] = amounts[BILLED] - others;
            return new Payers(amounts);
        }
    }

    /** What one payer pays. */
    public long of(Payer payer) {
        return amounts[payer.place()];
    }

    /** {@code hifp_pay}, the basic pooled fund. */
    public long hifp() {
        return of(Payer.HIFP);
    }

    /** {@code hifob_pay}, employees' large-sum top-up. */
    public long hifob() {
        return of(Payer.HIFOB);
    }

    /** {@code hifmi_pay}, residents' serious-illness top-up. */
    public long hifmi() {
        return of(Payer.HIFMI);
    }

    /** {@code cvlserv_pay}, civil servants' supplement. */
    public long cvlserv() {
        return of(Payer.CVLSERV);
    }

    /** {@code hifes_pay}, enterprise supplement. */
    public long hifes() {
        return of(Payer.HIFES);
    }

    /** {@code hifdm_pay}, disabled servicemen. */
    public long hifdm() {
        return of(Payer.HIFDM);
    }

    /** {@code maf_pay}, medical aid. */
    public long maf() {
        return of(Payer.MAF);
    }

    /** {@code oth_pay}, other funds. */
    public long oth() {
        return of(Payer.OTH);
    }

    /** {@code hosp_part_amt}, borne by the hospital. */
    public long hospPart() {
        return of(Payer.HOSP_PART);
    }

    /** {@code acct_pay}, the person's own account. */
    public long acct() {
        return of(Payer.ACCT);
    }

    /** {@code acct_mulaid_pay}, an account shared in the family. */
    public long acctMulaid() {
        return of(Payer.ACCT_MULAID);
    }

    /** {@code psn_cash_pay}, cash. */
    public long cash() {
        return of(Payer.CASH);
    }

    /** {@code medfee_sumamt}, total billed. */
    public long billed() {
        return amounts[BILLED];
    }

    /** {@code fulamt_ownpay_amt}, outside the catalogue. */
    public long own() {
        return amounts[OWN];
    }

    /** {@code overlmt_selfpay}, above the price limit. */
    public long overLimit() {
        return amounts[OVER_LIMIT];
    }

    /** {@code preselfpay_amt}, class B self-first share. */
    public long selfFirst() {
        return amounts[SELF_FIRST];
    }

    /** {@code inscp_scp_amt}, in the policy's scope. */
    public long inScope() {
        return amounts[IN_SCOPE];
    }

    /** {@code act_pay_dedc}, deductible actually borne; part of what the patient pays. */
    public long deductible() {
        return amounts[DEDUCTIBLE];
    }

    /** {@code fund_pay_sumamt}, all funds together. */
    public long funds() {
        long sum = 0;
        for (int payer = 0; payer <= Payer.OTH.place(); payer++) {
            sum += amounts[payer];
        }
        return sum;
    }

    /** {@code psn_part_amt}: account, shared account and cash. */
    public long patient() {
        return acct() + acctMulaid() + cash();
    }

    /** The exact negative, for a reversal. */
    public Payers negated() {
        long[] negative = new long[FIELDS];
        for (int field = 0; field < FIELDS; field++) {
            negative[field] = -amounts[field];
        }
        return new Payers(negative);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Payers that && Arrays.equals(that.amounts, amounts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("billed=").append(billed());
        text.append(" inScope=").append(inScope()).append(" deductible=").append(deductible());
        for (Payer payer : Payer.values()) {
            if (of(payer) != 0) {
                text.append(' ').append(payer.text()).append('=').append(of(payer));
            }
        }
        return text.toString();
    }
}
