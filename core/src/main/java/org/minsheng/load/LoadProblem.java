package org.minsheng.load;

import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;

/** What can be wrong with a file, with one of its rows, or with a load. */
public enum LoadProblem implements ProblemCode {
    /** Facts: {@code file}. */
    FILE_MISSING("load.file-missing", ProblemKind.NOT_FOUND),
    /** Facts: {@code file}. */
    FILE_IS_FOLDER("load.file-is-folder", ProblemKind.USAGE),
    /** Facts: {@code file}, {@code cause}. */
    UNREADABLE("load.unreadable", ProblemKind.FAILED),
    /** Files cannot be written into what is itself one. Facts: {@code folder}. */
    NO_FOLDER("load.no-folder", ProblemKind.USAGE),
    /** The bytes read are not the bytes hashed before. Facts: {@code file}. */
    FILE_CHANGED("load.file-changed", ProblemKind.FAILED),
    /** Facts: {@code file}. */
    EMPTY_FILE("load.empty-file", ProblemKind.USAGE),
    /** Neither UTF-8 nor GB18030. Facts: {@code file}, {@code line}, {@code byte} (offset from 0). */
    ENCODING_UNKNOWN("load.encoding-unknown", ProblemKind.USAGE),
    /** Facts: {@code file}, {@code kind}, {@code noun} of its command, {@code findings} (the problems that follow). */
    HEADER("load.header", ProblemKind.USAGE),
    /** Facts: {@code names}. */
    HEADER_UNKNOWN("load.header-unknown", ProblemKind.USAGE),
    /** Facts: {@code names}. */
    HEADER_DOUBLED("load.header-doubled", ProblemKind.USAGE),
    /** Facts: {@code names}. */
    HEADER_MISSING("load.header-missing", ProblemKind.USAGE),
    /** It is the header of another file of the load. Facts: {@code file}, {@code kind}, {@code other}, {@code noun}. */
    HEADER_OF_OTHER("load.header-of-other", ProblemKind.USAGE),
    /** Facts: {@code file}, {@code sheet}, {@code sheets}. */
    SHEET_MISSING("load.sheet-missing", ProblemKind.USAGE),
    /** Facts: {@code file}, {@code kind}, {@code format}. */
    FORMAT_UNFIT("load.format-unfit", ProblemKind.USAGE),
    /** Facts: {@code file}, {@code bytes}, {@code limit}. */
    SPREADSHEET_TOO_LARGE("load.spreadsheet-too-large", ProblemKind.USAGE),
    /** More rejects than allowed; nothing was written. Facts: {@code rejected}, {@code read}, {@code allowed},
     * {@code files} of rejects. */
    TOO_MANY_REJECTS("load.too-many-rejects", ProblemKind.CONFLICT),
    /** The rest was loaded. Facts: {@code rejected}, {@code read}, {@code run}, {@code files}. */
    SOME_REJECTED("load.some-rejected", ProblemKind.FINDING),
    /** Nothing was left to load. Facts: {@code read}, {@code run}, {@code files}. */
    ALL_REJECTED("load.all-rejected", ProblemKind.FINDING),
    /** Nothing was left to do but what is still rejected. Facts: {@code run}, {@code rejects}. */
    STILL_REJECTED("load.still-rejected", ProblemKind.FINDING),
    /** Of a dry run. Facts: {@code rejected}, {@code read}, {@code run}, {@code files}. */
    WOULD_REJECT("load.would-reject", ProblemKind.FINDING),
    /** Facts: {@code value}. */
    THRESHOLD("load.threshold", ProblemKind.USAGE),
    /** Somebody asked this process to stop. */
    INTERRUPTED("load.interrupted", ProblemKind.STOPPED),
    /** The run to be taken back is no load. Facts: {@code run}. */
    UNDO_NOT_A_LOAD("undo.not-a-load", ProblemKind.CONFLICT),
    /** Facts: {@code run}, {@code state}. */
    UNDO_WRONG_STATE("undo.wrong-state", ProblemKind.CONFLICT),
    /** What the load wrote has been changed by a later run. Facts: {@code run}, {@code later}. */
    UNDO_CHANGED_SINCE("undo.changed-since", ProblemKind.CONFLICT),
    /** Something else refers to what the load wrote. Facts: {@code run}, {@code table}. */
    UNDO_DEPENDED_ON("undo.depended-on", ProblemKind.CONFLICT),
    /** The state of what was loaded forbids it. Facts: {@code run}, {@code key}, {@code rule} (a
     * problem), {@code conflicts}. */
    UNDO_REFUSED("undo.refused", ProblemKind.CONFLICT),
    /** Money is reversed, never undone. Facts: {@code run}, {@code kind}. */
    UNDO_MONEY("undo.money", ProblemKind.CONFLICT),

    /** Facts: {@code run}, {@code line}. */
    REJECT_NOT_FOUND("reject.not-found", ProblemKind.NOT_FOUND),
    /** Several files of the run have a reject on the line. Facts: {@code run}, {@code line}, {@code kinds}. */
    REJECT_AMBIGUOUS("reject.ambiguous", ProblemKind.USAGE),
    /** Facts: {@code run}. */
    REJECT_NONE_OPEN("reject.none-open", ProblemKind.CONFLICT),

    /** Facts: {@code expected}, {@code found}. */
    RAGGED_ROW("load.ragged-row", ProblemKind.FINDING),
    NUL_BYTE("load.nul-byte", ProblemKind.FINDING),
    /** A quoted field does not end, or text stands beside its quotes. */
    BROKEN_QUOTE("load.broken-quote", ProblemKind.FINDING),
    /** Bytes that are no characters of the file's encoding. */
    ENCODING("load.encoding", ProblemKind.FINDING),
    /** Facts: {@code limit} in characters. */
    ROW_TOO_LONG("load.row-too-long", ProblemKind.FINDING),
    /** Facts: {@code cause}. */
    BROKEN_JSON("load.broken-json", ProblemKind.FINDING),
    /** The same business key stands earlier in the file. Facts: {@code first} (line). */
    DOUBLE_KEY("load.double-key", ProblemKind.FINDING),
    VALUE_MISSING("value.missing", ProblemKind.FINDING),
    /** Facts: {@code value}, {@code limit}. */
    VALUE_TOO_LONG("value.too-long", ProblemKind.FINDING),
    /** Facts: {@code value}. */
    VALUE_NOT_A_DATE("value.not-a-date", ProblemKind.FINDING),
    /** Facts: {@code value}. */
    VALUE_NOT_A_NUMBER("value.not-a-number", ProblemKind.FINDING),
    /** Facts: {@code value}, {@code allowed}. */
    VALUE_NOT_ALLOWED("value.not-allowed", ProblemKind.FINDING),
    /** Facts: {@code value}, {@code least}, {@code most}. */
    VALUE_OUT_OF_RANGE("value.out-of-range", ProblemKind.FINDING);

    private final String code;
    private final ProblemKind kind;

    LoadProblem(String code, ProblemKind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public ProblemKind kind() {
        return kind;
    }
}
