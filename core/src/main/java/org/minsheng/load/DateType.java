package org.minsheng.load;

import java.time.LocalDate;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

/**
 * A calendar date of certain years. Understood are {@code 2025-03-18}, {@code 2025/3/18}, {@code 2025.3.18}, {@code 2025年3月18日} and
 * {@code 20250318}, each also with a time of day, which is dropped; from a spreadsheet also its day number.
 */
record DateType(int yearLeast, int yearMost) implements ColumnType {
    /** Day numbers of spreadsheets between 1927 and 2119; day 1 is 1900-01-01, and they count a 29 February 1900. */
    private static final long SERIAL_MIN = 10_000;

    private static final long SERIAL_MAX = 80_000;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int[] DAYS = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};

    @Override
    public String sqlType() {
        return "date";
    }

    @Override
    public Problem read(FieldText text, TypedRow row, int position) {
        int packed = packed(text);
        if (packed == 0 && row.fromSpreadsheet()) {
            packed = fromSerial(text);
        }
        if (packed == 0) {
            return Problem.of(LoadProblem.VALUE_NOT_A_DATE).with("value", text.shown());
        }
        int year = packed / 10_000;
        if (year < yearLeast || year > yearMost) {
            return Problem.of(LoadProblem.VALUE_OUT_OF_RANGE)
                    .with("value", text.shown())
                    .with("least", LocalDate.of(yearLeast, 1, 1))
                    .with("most", LocalDate.of(yearMost, 12, 31));
        }
        row.set(position, epochDay(packed), packed);
        return null;
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        out.packedDate(row.detail(position));
    }

    /** The date as yyyymmdd, or 0. */
    private static int packed(FieldText text) {
        int length = lengthOfDate(text);
        if (length == 8 && text.at(4) >= '0' && text.at(4) <= '9') {
            return checked(number(text, 0, 4), number(text, 4, 6), number(text, 6, 8));
        }
        if (length < 8 || length > 11 || !isSeparator(text.at(4))) {
            return 0;
        }
        int last = text.at(length - 1) == '日' ? length - 1 : length;
        int second = isSeparator(text.at(6)) ? 6 : isSeparator(text.at(7)) ? 7 : 0;
        boolean same = second > 0 && (text.at(second) == text.at(4) || text.at(second) == '月');
        if (!same || last - second < 2 || last - second > 3) {
            return 0;
        }
        return checked(number(text, 0, 4), number(text, 5, second), number(text, second + 1, last));
    }

    private static boolean isSeparator(char c) {
        return c == '-' || c == '/' || c == '.' || c == '年' || c == '月';
    }

    /** The length without a time of day; 0 when what follows the date is none. */
    private static int lengthOfDate(FieldText text) {
        int length = text.length();
        for (int index = 8; index < length; index++) {
            char c = text.at(index);
            if (c == ' ' || c == 'T') {
                return isTime(text, index + 1) ? index : 0;
            }
        }
        return length;
    }

    private static boolean isTime(FieldText text, int from) {
        boolean digits = false;
        for (int index = from; index < text.length(); index++) {
            char c = text.at(index);
            if ((c < '0' || c > '9') && c != ':' && c != '.') {
                return false;
            }
            digits = true;
        }
        return digits;
    }

    private static int number(FieldText text, int from, int until) {
        int value = 0;
        for (int index = from; index < until; index++) {
            char c = text.at(index);
            if (c < '0' || c > '9') {
                return -1;
            }
            value = value * 10 + c - '0';
        }
        return value;
    }

    private static int checked(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return 0;
        }
        boolean leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
        int days = DAYS[month - 1] + (month == 2 && leap ? 1 : 0);
        return day > days ? 0 : year * 10_000 + month * 100 + day;
    }

    private static int fromSerial(FieldText text) {
        long serial = Digits.unscaled(text, 0);
        if (serial < SERIAL_MIN || serial > SERIAL_MAX) {
            return 0;
        }
        LocalDate date = SERIAL_ZERO.plusDays(serial);
        return date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }

    /** Days since 1970-01-01 of a valid date; the civil calendar counted from March, in eras of 400 years. */
    static long epochDay(int packed) {
        int month = packed / 100 % 100;
        int year = packed / 10_000 - (month <= 2 ? 1 : 0);
        int era = year / 400;
        int yearOfEra = year - era * 400;
        int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + packed % 100 - 1;
        int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
        return era * 146_097L + dayOfEra - 719_468;
    }
}
