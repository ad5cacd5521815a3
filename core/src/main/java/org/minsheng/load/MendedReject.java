package org.minsheng.load;

import org.minsheng.db.CopyLine;

/** Which reject of which earlier run a row mends, as a file of rejects that was loaded again says. */
final class MendedReject {
    private final HeaderMapping mapping;
    private final FieldText field = new FieldText();

    MendedReject(HeaderMapping mapping) {
        this.mapping = mapping;
    }

    /** Whether the file says so. */
    boolean isNamed() {
        return mapping.rejectRunField() >= 0 && mapping.rejectLineField() >= 0;
    }

    /** Writes run and line; nothing when the file does not say so, NULL for what is no number. */
    void write(RawRecord record, CopyLine out) {
        if (isNamed()) {
            writeNumber(record, mapping.rejectRunField(), out);
            writeNumber(record, mapping.rejectLineField(), out);
        }
    }

    private void writeNumber(RawRecord record, int position, CopyLine out) {
        field.at(record.chars(), record.start(position), record.end(position), false);
        long number = Digits.unscaled(field, 0);
        if (number == Digits.NOT_A_NUMBER) {
            out.nothing();
        } else {
            out.number(number);
        }
    }
}
