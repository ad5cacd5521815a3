package org.minsheng.base;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A county-level administrative division (行政区划代码, GB/T 2260): six digits, two each for province, prefecture and
 * county. Divisions are merged and renamed, and their old codes live on inside identity numbers: an unknown code is
 * therefore never wrong here, only nameless.
 */
public record DivisionCode(String code) {
    private static final int LENGTH = 6;
    private static final long PROVINCES = provinces(
            11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54, 61,
            62, 63);
    private static final long LATER_PROVINCES = provinces(64, 65, 71, 81, 82, 83);
    private static final Map<String, String> QINGDAO_DISTRICTS = districts(
            "370202 市南区",
            "370203 市北区",
            "370211 黄岛区",
            "370212 崂山区",
            "370213 李沧区",
            "370214 城阳区",
            "370215 即墨区",
            "370281 胶州市",
            "370283 平度市",
            "370285 莱西市");
    private static final Map<String, String> QINGDAO_RETIRED = districts("370205 四方区", "370282 即墨市", "370284 胶南市");

    /** Qingdao (青岛市) as a whole; after the sets above, which its check reads. */
    public static final DivisionCode QINGDAO = new DivisionCode("370200");

    /** @throws IllegalArgumentException when the code is not six digits */
    public DivisionCode {
        if (!isWellFormed(code)) {
            throw new IllegalArgumentException("not six digits: " + code);
        }
    }

    /** The division of six digits; {@link IllegalArgumentException} for anything else. */
    public static DivisionCode of(String code) {
        return new DivisionCode(code);
    }

    /** Whether a text is six digits that begin with a province. */
    public static boolean isWellFormed(CharSequence text) {
        return text.length() == LENGTH
                && IdentifierText.firstNonDigit(text, 0, LENGTH) == 0
                && isProvince(IdentifierText.number(text, 0, 2));
    }

    /** Whether two digits name a province, a municipality, an autonomous or special region, 83 being Taiwan's permit. */
    public static boolean isProvince(int twoDigits) {
        return twoDigits < 64
                ? (PROVINCES >>> twoDigits & 1) == 1
                : twoDigits < 128 && (LATER_PROVINCES >>> (twoDigits - 64) & 1) == 1;
    }

    private static long provinces(int... twoDigits) {
        long set = 0;
        for (int province : twoDigits) {
            set |= 1L << (province % 64);
        }
        return set;
    }

    private static Map<String, String> districts(String... codesAndNames) {
        Map<String, String> names = new TreeMap<>();
        for (String entry : codesAndNames) {
            names.put(entry.substring(0, LENGTH), entry.substring(LENGTH + 1));
        }
        return Collections.unmodifiableMap(names);
    }

    /** The districts and county-level cities of Qingdao that are in force, by code. */
    public static List<DivisionCode> qingdaoDistricts() {
        return QINGDAO_DISTRICTS.keySet().stream().map(DivisionCode::new).toList();
    }

    /** Codes of Qingdao that were retired and still stand in identity numbers, by code. */
    public static List<DivisionCode> qingdaoRetired() {
        return QINGDAO_RETIRED.keySet().stream().map(DivisionCode::new).toList();
    }

    /** Whether it lies in Qingdao, in force or retired. */
    public boolean inQingdao() {
        return code.startsWith("3702");
    }

    /** The Chinese name of a district of Qingdao, in force or retired; empty for others. */
    public Optional<String> name() {
        if (equals(QINGDAO)) {
            return Optional.of("青岛市");
        }
        String name = QINGDAO_DISTRICTS.get(code);
        return Optional.ofNullable(name == null ? QINGDAO_RETIRED.get(code) : name);
    }

    @Override
    public String toString() {
        return code;
    }
}
