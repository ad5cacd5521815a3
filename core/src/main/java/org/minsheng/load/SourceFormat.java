package org.minsheng.load;

/** How the rows of a file are written. */
public enum SourceFormat {
    /** Comma-separated, RFC 4180. */
    CSV,
    /** Tab-separated, quoted as CSV is. */
    TSV,
    /** One JSON object a line. */
    NDJSON,
    /** A spreadsheet of Office Open XML. */
    XLSX
}
