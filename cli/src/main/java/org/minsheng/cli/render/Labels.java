package org.minsheng.cli.render;

/** What people read in place of stable names. */
public interface Labels {
    /** The heading of a column. */
    String heading(String columnName);

    /** The word for yes or no. */
    String flag(boolean value);
}
