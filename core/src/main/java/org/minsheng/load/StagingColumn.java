package org.minsheng.load;

import java.util.Objects;
import org.minsheng.db.CopyLine;

/**
 * A column of the staging table that the file does not have: computed from the row while it is staged.
 *
 * @param name its name in the staging table
 * @param sqlType its type
 * @param writer writes exactly one field to the line; called for good rows only
 */
public record StagingColumn(String name, String sqlType, Writer writer) {
    public StagingColumn {
        Objects.requireNonNull(name);
        Objects.requireNonNull(sqlType);
        Objects.requireNonNull(writer);
    }

    /** Computes the field. */
    @FunctionalInterface
    public interface Writer {
        void write(TypedRow row, CopyLine out);
    }
}
