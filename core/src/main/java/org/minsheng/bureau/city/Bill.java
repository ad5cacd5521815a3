package org.minsheng.bureau.city;

import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Ratio;

/** One claim with its lines, as they stand in their files. */
final class Bill {
    /** Columns of a claim. */
    static final String[] CLAIM_HEADER = {
        "institution_code",
        "claim_no",
        "resident_id",
        "scheme",
        "treatment",
        "started_on",
        "ended_on",
        "referral",
        "diagnosis",
        "amount"
    };

    /** Columns of a line. */
    static final String[] LINE_HEADER = {
        "institution_code", "claim_no", "line_no", "service_date", "item_code", "quantity", "unit_price", "amount"
    };

    static final int INSTITUTION = 0;
    static final int CLAIM_NO = 1;
    static final int RESIDENT_ID = 2;
    static final int STARTED_ON = 5;
    static final int ENDED_ON = 6;
    static final int REFERRAL = 7;
    static final int DIAGNOSIS = 8;
    static final int CLAIM_AMOUNT = 9;
    static final int LINE_NO = 2;
    static final int SERVICE_DATE = 3;
    static final int ITEM_CODE = 4;
    static final int QUANTITY = 5;
    static final int LINE_AMOUNT = 7;

    /** One whole unit, in ten-thousandths. */
    static final int ONE = 10_000;

    /** Quantity × price, both in ten-thousandths, divided by this is fen. */
    private static final long PRODUCT_PER_FEN = 1_000_000;

    private static final int LOCAL_CODE_PER_MILLION = 3_000;

    private final Year year;
    private final Institution institution;
    private final String claimNo;
    private final List<String[]> lines = new ArrayList<>();
    private long sum;
    private String[] claim;

    Bill(Year year, Institution institution, String claimNo) {
        this.year = year;
        this.institution = institution;
        this.claimNo = claimNo;
    }

    /** Adds a line; now and then it goes by a code of the institution's own, which no catalogue knows. */
    void add(int day, CatalogueItem item, long quantity, Dice dice) {
        int version = day < year.secondHalf() ? 0 : 1;
        long price = item.price(version) * institution.pricePerMille() / 1000;
        if (!item.kind().equals("drug")) {
            price -= price % 100;
        }
        price = Math.max(100, price);
        long fen = Ratio.mulDivHalfUp(quantity, price, PRODUCT_PER_FEN);
        String code = dice.hits(LOCAL_CODE_PER_MILLION) ? "ZB" + (10_000 + dice.below(500)) : item.code();
        sum += fen;
        lines.add(new String[] {
            institution.code(),
            claimNo,
            Amounts.whole(lines.size() + 1),
            year.text(day),
            code,
            Amounts.quantity(quantity),
            Amounts.price(price),
            Amounts.yuan(fen)
        });
    }

    /** The claim itself, once all lines are there. */
    void close(
            String residentId, String scheme, Visit visit, int started, int ended, String referral, String diagnosis) {
        claim = new String[] {
            institution.code(),
            claimNo,
            residentId,
            scheme,
            visit.treatment(),
            year.text(started),
            year.text(ended),
            referral,
            diagnosis,
            Amounts.yuan(sum)
        };
    }

    /** Sum of the lines, fen. */
    long sum() {
        return sum;
    }

    String[] claim() {
        return claim;
    }

    /** The lines, in order; may be changed. */
    List<String[]> lines() {
        return lines;
    }
}
