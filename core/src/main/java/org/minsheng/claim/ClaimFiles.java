package org.minsheng.claim;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Money;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;
import org.minsheng.load.Column;
import org.minsheng.load.ColumnType;
import org.minsheng.load.FileKind;
import org.minsheng.load.Finding;
import org.minsheng.load.Keeping;
import org.minsheng.load.TypedRow;
import org.minsheng.load.WordList;
import org.minsheng.registry.RegistryColumns;
import org.minsheng.registry.RegistryProblem;

/**
 * The two files of a night: claims (one row a treatment) and their lines, accepted or rejected together. Lines are
 * priced while they are read, against the catalogue in force on their service date; so these kinds are built for each
 * load, with the catalogue of that moment.
 */
public final class ClaimFiles {
    private final FileKind claims;
    private final FileKind lines;

    private ClaimFiles(FileKind claims, FileKind lines) {
        this.claims = claims;
        this.lines = lines;
    }

    /** The kinds, pricing with what the database has now. */
    public static ClaimFiles read(Handle handle) {
        return of(Catalogue.read(handle), Institution.byCode(handle));
    }

    /** The kinds for telling of loads and taking them back, which price nothing. */
    public static ClaimFiles unpriced() {
        return of(Catalogue.of(List.of()), Map.of());
    }

    static ClaimFiles of(Catalogue catalogue, Map<String, Institution> institutions) {
        return new ClaimFiles(claimKind(catalogue), lineKind(catalogue, institutions));
    }

    /** Claims: one row a treatment. */
    public FileKind claims() {
        return claims;
    }

    /** Lines of the bills. */
    public FileKind lines() {
        return lines;
    }

    private static FileKind claimKind(Catalogue catalogue) {
        FileKind.Builder kind = FileKind.named("claim", ClaimFiles.class);
        kind.add(institutionCode());
        kind.add(claimNo());
        kind.add(RegistryColumns.residentId());
        kind.add(Column.of("scheme", ColumnType.pattern("\\d{3}", "310"))
                .alias("险种", "insutype")
                .require());
        kind.add(Column.of("treatment", ColumnType.pattern("[0-9A-Za-z]{2,4}", "21"))
                .alias("医疗类别", "med_type")
                .require());
        Column started = kind.add(Column.of("started_on", ColumnType.date(BillBounds.YEAR_LEAST, BillBounds.YEAR_MOST))
                .alias("开始日期", "入院日期", "begndate")
                .require());
        Column ended = kind.add(Column.of("ended_on", ColumnType.date(BillBounds.YEAR_LEAST, BillBounds.YEAR_MOST))
                .alias("结束日期", "出院日期", "enddate")
                .require());
        kind.add(Column.of(
                        "referral",
                        ColumnType.oneOf(WordList.empty()
                                .with("local", "本地")
                                .with("filed", "异地备案", "已备案")
                                .with("referred", "转诊")
                                .with("unfiled", "未备案")))
                .alias("异地标志")
                .require());
        kind.add(Column.of("diagnosis", ColumnType.text(40)).alias("诊断编码", "dise_codg"));
        kind.add(amount(Money.LARGEST_FEN).alias("总费用", "medfee_sumamt"));
        kind.check(row -> row.epochDay(ended) < row.epochDay(started)
                ? new Finding(
                        ended,
                        Problem.of(RegistryProblem.PERIOD_REVERSED)
                                .with("from", row.date(started))
                                .with("to", row.date(ended)))
                : null);
        kind.derive("catalogue_change", "bigint", (row, out) -> out.number(catalogue.change()));
        return kind.nests("lines").build();
    }

    private static FileKind lineKind(Catalogue catalogue, Map<String, Institution> institutions) {
        FileKind.Builder kind = FileKind.named("claim-line", ClaimFiles.class).with("claim");
        Pricer pricer = new Pricer(catalogue, institutions);
        pricer.institution = kind.add(institutionCode());
        Column claimNo = kind.add(claimNo());
        pricer.lineNo = kind.add(Column.of("line_no", ColumnType.integer(1, BillBounds.LINES_MOST))
                .alias("行号", "feedetl_sn")
                .identify());
        pricer.serviceDate =
                kind.add(Column.of("service_date", ColumnType.date(BillBounds.YEAR_LEAST, BillBounds.YEAR_MOST))
                        .alias("费用日期", "fee_ocur_time")
                        .require());
        pricer.item = kind.add(Column.of("item_code", ColumnType.text(BillBounds.ITEM_CODE_LENGTH_MOST))
                .alias("项目编码", "med_list_codg")
                .require());
        pricer.quantity = kind.add(Column.of(
                        "quantity",
                        ColumnType.decimal(
                                BillBounds.QUANTITY_DIGITS,
                                LinePrice.QUANTITY_SCALE,
                                BillBounds.QUANTITY_LEAST,
                                BillBounds.QUANTITY_MOST))
                .alias("数量", "cnt")
                .require());
        pricer.unitPrice = kind.add(Column.of(
                        "unit_price",
                        ColumnType.decimal(
                                BillBounds.UNIT_PRICE_DIGITS,
                                LinePrice.UNIT_PRICE_SCALE,
                                BigDecimal.ZERO,
                                BillBounds.UNIT_PRICE_MOST))
                .alias("单价", "pric")
                .require());
        pricer.amount = kind.add(amount(BillBounds.LINE_FEN_MOST).alias("金额", "det_item_fee_sumamt"));
        kind.check(pricer::amountIsProduct);
        kind.derive("catalogue_version", "text", (row, out) -> out.text(pricer.version(row)));
        kind.derive("class", "text", (row, out) -> {
            LinePrice price = pricer.price(row);
            out.text(price == null ? null : price.itemClass().name());
        });
        kind.derive("own", "bigint", (row, out) -> part(out, pricer.price(row), LinePrice::own));
        kind.derive("over_limit", "bigint", (row, out) -> part(out, pricer.price(row), LinePrice::overLimit));
        kind.derive("self_first", "bigint", (row, out) -> part(out, pricer.price(row), LinePrice::selfFirst));
        kind.derive("in_scope", "bigint", (row, out) -> part(out, pricer.price(row), LinePrice::inScope));
        kind.keep(Keeping.of(List.of(pricer.institution, claimNo), () -> new BillSummary(pricer), """
                        claim.line (year, claim_id, line_no, service_date, item_code, quantity, unit_price, amount,
                            catalogue_version, class, own, over_limit, self_first, in_scope)""")
                .with("hash", "bigint")
                .with("billed", "bigint")
                .with("first_day", "date")
                .with("last_day", "date")
                .with("unpriced", "bigint")
                .with("slices", "text"));
        return kind.build();
    }

    private static void part(CopyLine out, LinePrice price, ToLongFunction<LinePrice> part) {
        if (price == null) {
            out.nothing();
        } else {
            out.number(part.applyAsLong(price));
        }
    }

    private static Column institutionCode() {
        return Column.of("institution_code", ColumnType.text(20))
                .alias("定点医药机构编号", "fixmedins_code")
                .identify();
    }

    private static Column claimNo() {
        return Column.of("claim_no", ColumnType.text(40))
                .alias("就诊编号", "mdtrt_id")
                .identify();
    }

    private static Column amount(long fenMost) {
        return Column.of("amount", ColumnType.money(0, fenMost)).require();
    }

    /** Prices the row that is being read; the price of one row is computed once, whoever asks. */
    private static final class Pricer implements BillSummary.Lines {
        private final Catalogue catalogue;
        private final Map<String, Institution> institutions;
        private Column institution;
        private Column lineNo;
        private Column serviceDate;
        private Column item;
        private Column quantity;
        private Column unitPrice;
        private Column amount;

        private long pricedRow = -1;
        private Optional<Catalogue.Version> version = Optional.empty();
        private LocalDate versionDate;
        private String institutionCode;
        private int tier;
        private LinePrice price;

        Pricer(Catalogue catalogue, Map<String, Institution> institutions) {
            this.catalogue = catalogue;
            this.institutions = institutions;
        }

        Finding amountIsProduct(TypedRow row) {
            long expected = LinePrice.amount(row.unscaled(quantity), row.unscaled(unitPrice));
            return row.fen(amount) == expected
                    ? null
                    : new Finding(
                            amount,
                            Problem.of(ClaimProblem.LINE_AMOUNT_MISMATCH)
                                    .with("value", Money.yuan(row.fen(amount)))
                                    .with("expected", Money.yuan(expected)));
        }

        /** Order does not matter when the hashes of a claim's lines are combined: each holds its line's number. */
        @Override
        public long hash(TypedRow row) {
            return new LineHash()
                    .add(row.number(lineNo))
                    .add(row.epochDay(serviceDate))
                    .add(row.text(item))
                    .add(row.unscaled(quantity))
                    .add(row.unscaled(unitPrice))
                    .add(row.fen(amount))
                    .value();
        }

        @Override
        public long epochDay(TypedRow row) {
            return row.epochDay(serviceDate);
        }

        @Override
        public boolean amounts(TypedRow row, long[] amounts) {
            LinePrice known = price(row);
            amounts[0] = row.fen(amount);
            amounts[1] = part(known, LinePrice::own);
            amounts[2] = part(known, LinePrice::overLimit);
            amounts[3] = part(known, LinePrice::selfFirst);
            amounts[4] = part(known, LinePrice::inScope);
            return known != null;
        }

        private static long part(LinePrice known, ToLongFunction<LinePrice> which) {
            return known == null ? 0 : which.applyAsLong(known);
        }

        String version(TypedRow row) {
            price(row);
            return version.map(Catalogue.Version::version).orElse(null);
        }

        /** The price, or null when no catalogue was in force. */
        LinePrice price(TypedRow row) {
            if (row.line() != pricedRow) {
                pricedRow = row.line();
                LocalDate date = row.date(serviceDate);
                if (!date.equals(versionDate)) {
                    version = catalogue.on(date);
                    versionDate = date;
                }
                price = version.map(known -> price(row, known)).orElse(null);
            }
            return price;
        }

        private LinePrice price(TypedRow row, Catalogue.Version known) {
            if (!row.hasText(institution, institutionCode)) {
                institutionCode = row.text(institution);
                Institution place = institutions.get(institutionCode);
                // An unknown institution is rejected by check.sql; any tier will do until then.
                tier = place == null ? 1 : place.tier();
            }
            return LinePrice.of(
                    known.items().get(row.text(item)),
                    tier,
                    row.unscaled(quantity),
                    row.unscaled(unitPrice),
                    row.fen(amount));
        }
    }
}
