package org.minsheng.claim;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.minsheng.base.Money;
import org.minsheng.base.Problem;
import org.minsheng.base.ResidentId;
import org.minsheng.run.Json;

/**
 * A treatment whose settlement somebody wants to know beforehand: an object of the layout that claims have in NDJSON.
 *
 * @param institutionCode {@code fixmedins_code}
 * @param residentId identity number
 * @param scheme {@code insutype}
 * @param treatment {@code med_type}
 * @param startedOn begin of treatment; where it is not given, its first service
 * @param endedOn end of treatment
 * @param referral local, filed, referred or unfiled
 * @param lines what would be billed
 */
record QuoteRequest(
        String institutionCode,
        String residentId,
        String scheme,
        String treatment,
        LocalDate startedOn,
        LocalDate endedOn,
        String referral,
        List<Line> lines) {
    /**
     * A line.
     *
     * @param serviceDate day of service
     * @param itemCode {@code med_list_codg}
     * @param quantity in ten-thousandths
     * @param unitPrice in millionths of a yuan
     */
    record Line(LocalDate serviceDate, String itemCode, long quantity, long unitPrice) {}

    /**
     * Reads a request.
     *
     * @throws org.minsheng.base.ProblemException {@code claim.quote-invalid} naming the field
     */
    static QuoteRequest parse(String json) {
        Map<String, Object> object;
        try {
            object = Json.read(json);
        } catch (RuntimeException e) {
            throw invalid("file", "JSON").asException(e);
        }
        LocalDate endedOn = date(object, "ended_on", null);
        List<Line> lines = new ArrayList<>();
        if (!(object.get("lines") instanceof List<?> list) || list.isEmpty() || list.size() > BillBounds.LINES_MOST) {
            throw invalid("lines", "[…]").asException();
        }
        for (Object entry : list) {
            if (!(entry instanceof Map<?, ?> line)) {
                throw invalid("lines", "[{…}]").asException();
            }
            lines.add(line(line, endedOn));
        }
        LocalDate startedOn = date(object, "started_on", firstService(lines));
        if (endedOn.isBefore(startedOn)) {
            throw invalid("started_on", "≤ " + endedOn).asException();
        }
        for (Line line : lines) {
            if (line.serviceDate().isBefore(startedOn) || line.serviceDate().isAfter(endedOn)) {
                throw invalid("service_date", startedOn + " … " + endedOn).asException();
            }
        }
        return new QuoteRequest(
                text(object, "institution_code", null),
                residentId(object),
                text(object, "scheme", null),
                text(object, "treatment", null),
                startedOn,
                endedOn,
                text(object, "referral", "local"),
                List.copyOf(lines));
    }

    private static Line line(Map<?, ?> line, LocalDate endedOn) {
        long quantity = decimal(
                line, "quantity", LinePrice.QUANTITY_SCALE, BillBounds.QUANTITY_LEAST, BillBounds.QUANTITY_MOST);
        long unitPrice =
                decimal(line, "unit_price", LinePrice.UNIT_PRICE_SCALE, BigDecimal.ZERO, BillBounds.UNIT_PRICE_MOST);
        if (LinePrice.amount(quantity, unitPrice) > BillBounds.LINE_FEN_MOST) {
            throw invalid("unit_price", "quantity × unit_price ≤ " + Money.yuan(BillBounds.LINE_FEN_MOST))
                    .asException();
        }
        String item = text(line, "item_code", null);
        if (item.length() > BillBounds.ITEM_CODE_LENGTH_MOST) {
            throw invalid("item_code", "text, ≤ " + BillBounds.ITEM_CODE_LENGTH_MOST)
                    .asException();
        }
        return new Line(date(line, "service_date", endedOn), item, quantity, unitPrice);
    }

    /** In the normal form in which the registry has it; the old form of fifteen digits too. */
    private static String residentId(Map<?, ?> object) {
        String normal = ResidentId.normalise(text(object, "resident_id", null));
        if (ResidentId.problemOf(normal).isPresent()) {
            throw invalid("resident_id", "11010519491231002X").asException();
        }
        return ResidentId.ofValid(normal).number();
    }

    private static LocalDate firstService(List<Line> lines) {
        return lines.stream().map(Line::serviceDate).min(LocalDate::compareTo).orElseThrow();
    }

    private static String text(Map<?, ?> object, String field, String fallback) {
        Object value = object.get(field);
        if (value == null && fallback != null) {
            return fallback;
        }
        if (value == null || value.toString().isBlank()) {
            throw invalid(field, "text").asException();
        }
        return value.toString();
    }

    private static LocalDate date(Map<?, ?> object, String field, LocalDate fallback) {
        Object value = object.get(field);
        if (value == null && fallback != null) {
            return fallback;
        }
        LocalDate date;
        try {
            date = LocalDate.parse(String.valueOf(value));
        } catch (DateTimeException e) {
            throw invalid(field, "2025-03-18").asException(e);
        }
        if (date.getYear() < BillBounds.YEAR_LEAST || date.getYear() > BillBounds.YEAR_MOST) {
            throw invalid(field, BillBounds.YEAR_LEAST + "-01-01 … " + BillBounds.YEAR_MOST + "-12-31")
                    .asException();
        }
        return date;
    }

    private static long decimal(Map<?, ?> object, String field, int scale, BigDecimal least, BigDecimal most) {
        try {
            BigDecimal number = new BigDecimal(String.valueOf(object.get(field)));
            if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
                throw invalid(field, least.toPlainString() + " … " + most.toPlainString())
                        .asException();
            }
            return number.movePointRight(scale).longValueExact();
        } catch (NumberFormatException | ArithmeticException e) {
            throw invalid(field, "12.50").asException(e);
        }
    }

    private static Problem invalid(String field, String expected) {
        return Problem.of(ClaimProblem.QUOTE_INVALID).with("field", field).with("expected", expected);
    }
}
