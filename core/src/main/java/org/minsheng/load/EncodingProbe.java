package org.minsheng.load;

/**
 * Decides between UTF-8 and GB18030 by counting what each makes of the bytes: no guessing by letter frequency. It is fed
 * the whole file once, while the file is hashed.
 */
final class EncodingProbe {
    /** A damaged UTF-8 file is taken for UTF-8 when its good sequences are this many times its bad ones. */
    private static final int GOOD_PER_BAD = 9;

    /** A file is read, and its damaged rows rejected, while at most one line in this many is damaged. */
    private static final int LINES_PER_DAMAGED_LINE = 20;

    private long offset;
    private long lines = 1;

    private int continuationBytesDue;
    private int continuationLeast;
    private int continuationMost;
    private long goodUtf8;
    private long badUtf8;
    private long firstBadUtf8Offset;
    private long firstBadUtf8Line;

    private int stepOfGb18030;
    private long badGb18030;

    void accept(byte[] bytes, int from, int until) {
        for (int index = from; index < until; index++) {
            byte signed = bytes[index];
            if (signed >= 0 && continuationBytesDue == 0 && stepOfGb18030 == 0) {
                if (signed == '\n') {
                    lines++;
                }
                continue;
            }
            int value = signed & 0xFF;
            acceptUtf8(value, offset + index - from);
            acceptGb18030(value);
            if (value == '\n') {
                lines++;
            }
        }
        offset += until - from;
    }

    void end() {
        if (continuationBytesDue > 0) {
            badUtf8(offset);
        }
        if (stepOfGb18030 > 0) {
            badGb18030++;
        }
    }

    private void acceptUtf8(int value, long at) {
        if (continuationBytesDue > 0) {
            if (value >= continuationLeast && value <= continuationMost) {
                continuationLeast = 0x80;
                continuationMost = 0xBF;
                continuationBytesDue--;
                goodUtf8 += continuationBytesDue == 0 ? 1 : 0;
                return;
            }
            continuationBytesDue = 0;
            badUtf8(at);
        }
        if (value < 0x80) {
            return;
        }
        continuationLeast = value == 0xE0 ? 0xA0 : value == 0xF0 ? 0x90 : 0x80;
        continuationMost = value == 0xED ? 0x9F : value == 0xF4 ? 0x8F : 0xBF;
        if (value >= 0xC2 && value <= 0xDF) {
            continuationBytesDue = 1;
        } else if (value >= 0xE0 && value <= 0xEF) {
            continuationBytesDue = 2;
        } else if (value >= 0xF0 && value <= 0xF4) {
            continuationBytesDue = 3;
        } else {
            badUtf8(at);
        }
    }

    private void badUtf8(long at) {
        if (badUtf8++ == 0) {
            firstBadUtf8Offset = at;
            firstBadUtf8Line = lines;
        }
    }

    /** GB 18030-2022: one byte, two (lead 81–FE, trail 40–7E or 80–FE) or four (lead, digit, lead, digit). */
    private void acceptGb18030(int value) {
        boolean lead = value >= 0x81 && value <= 0xFE;
        boolean digit = value >= '0' && value <= '9';
        switch (stepOfGb18030) {
            case 0 -> {
                stepOfGb18030 = lead ? 1 : 0;
                badGb18030 += !lead && value >= 0x80 ? 1 : 0;
            }
            case 1 -> {
                boolean trail = value >= 0x40 && value <= 0xFE && value != 0x7F;
                stepOfGb18030 = digit ? 2 : 0;
                badGb18030 += !digit && !trail ? 1 : 0;
            }
            case 2 -> {
                stepOfGb18030 = lead ? 3 : 0;
                badGb18030 += lead ? 0 : 1;
            }
            default -> {
                stepOfGb18030 = 0;
                badGb18030 += digit ? 0 : 1;
            }
        }
    }

    /** Every byte fits, or so few do not that the rows with them can be rejected one by one. */
    boolean isUtf8() {
        return badUtf8 == 0 || goodUtf8 >= GOOD_PER_BAD * badUtf8 || (badGb18030 > 0 && isFew(badUtf8));
    }

    boolean isGb18030() {
        return !isUtf8() && badGb18030 == 0;
    }

    private boolean isFew(long damaged) {
        return damaged <= Math.max(1, lines / LINES_PER_DAMAGED_LINE);
    }

    /** Offset of the first byte that is not UTF-8, from 0. */
    long firstBadUtf8Offset() {
        return firstBadUtf8Offset;
    }

    /** Its line, from 1. */
    long firstBadUtf8Line() {
        return firstBadUtf8Line;
    }
}
