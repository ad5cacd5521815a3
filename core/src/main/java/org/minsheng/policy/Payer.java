package org.minsheng.policy;

import java.util.Locale;

/** Who pays a part of a bill, in the order of the national settlement result. */
public enum Payer {
    /** Basic pooled fund, {@code hifp_pay} (基本医保统筹基金). */
    HIFP(0, true),
    /** Employees' large-sum top-up, {@code hifob_pay} (职工大额医疗费用补助). */
    HIFOB(1, true),
    /** Residents' serious-illness top-up, {@code hifmi_pay} (居民大病保险). */
    HIFMI(2, true),
    /** Civil servants' supplement, {@code cvlserv_pay} (公务员医疗补助). */
    CVLSERV(3, true),
    /** Enterprise supplement, {@code hifes_pay} (企业补充医疗保险). */
    HIFES(4, true),
    /** Disabled servicemen, {@code hifdm_pay} (伤残人员医疗保障). */
    HIFDM(5, true),
    /** Medical aid, {@code maf_pay} (医疗救助). */
    MAF(6, true),
    /** Other funds, {@code oth_pay} (其他支出). */
    OTH(7, true),
    /** Borne by the hospital, {@code hosp_part_amt} (医院负担金额). */
    HOSP_PART(8, false),
    /** The person's own account, {@code acct_pay} (个人账户支出). */
    ACCT(9, false),
    /** An account shared in the family, {@code acct_mulaid_pay} (个人账户共济支付). */
    ACCT_MULAID(10, false),
    /** Cash, {@code psn_cash_pay} (个人现金支出): what nobody else pays; no stage names it. */
    CASH(11, false);

    private final int place;
    private final boolean fund;

    Payer(int place, boolean fund) {
        this.place = place;
        this.fund = fund;
    }

    /** Its place in the order of the national result, from 0; funds come first. */
    public int place() {
        return place;
    }

    /** Whether it belongs to {@code fund_pay_sumamt}. */
    public boolean isFund() {
        return fund;
    }

    /** The national field that holds what it pays: {@code hifp_pay}, {@code hosp_part_amt}. */
    public String nationalName() {
        return switch (this) {
            case HOSP_PART -> "hosp_part_amt";
            case CASH -> "psn_cash_pay";
            default -> text() + "_pay";
        };
    }

    /** The name in a pack: {@code hifp}, {@code hosp_part}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
