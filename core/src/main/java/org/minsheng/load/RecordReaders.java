package org.minsheng.load;

import org.minsheng.base.Problem;

/** Opens the reader that fits a source. */
final class RecordReaders {
    private RecordReaders() {}

    /**
     * Opens the records of a kind.
     *
     * @param nestedIn in NDJSON, the array in which the records are nested; null when they stand alone
     */
    static RecordReader open(Source source, FileKind kind, String nestedIn) {
        if (nestedIn != null && source.format() != SourceFormat.NDJSON) {
            throw Problem.of(LoadProblem.FORMAT_UNFIT)
                    .with("file", source.name())
                    .with("kind", kind.name())
                    .with("format", source.format())
                    .asException();
        }
        return switch (source.format()) {
            case CSV -> new DelimitedReader(source, ',');
            case TSV -> new DelimitedReader(source, '\t');
            case NDJSON -> new JsonLinesReader(source, kind, nestedIn);
            case XLSX -> new SpreadsheetReader(source, kind);
        };
    }
}
