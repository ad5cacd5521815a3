package org.minsheng.load;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;

/**
 * Which field of a file is which column of its kind.
 */
final class HeaderMapping {
    private final List<String> header;
    private final int[] fieldOfColumn;
    private final int rejectRunField;
    private final int rejectLineField;

    private HeaderMapping(List<String> header, int[] fieldOfColumn, int rejectRunField, int rejectLineField) {
        this.header = header;
        this.fieldOfColumn = fieldOfColumn;
        this.rejectRunField = rejectRunField;
        this.rejectLineField = rejectLineField;
    }

    /**
     * Finds every column in the header of a file.
     *
     * @param kindsOfLoad the kinds that are loaded together, this one among them
     * @throws ProblemException {@link LoadProblem#HEADER} that names all unknown, doubled and missing names at once;
     *     {@link LoadProblem#HEADER_OF_OTHER} when it is that of another file of the load
     */
    static HeaderMapping of(String file, FileKind kind, List<String> header, List<FileKind> kindsOfLoad) {
        int[] fieldOfColumn = new int[kind.columns().size()];
        Arrays.fill(fieldOfColumn, -1);
        List<String> unknown = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        int rejectRun = -1;
        int rejectLine = -1;
        for (int field = 0; field < header.size(); field++) {
            String name = header.get(field);
            Column column = kind.find(name);
            if (RejectColumns.contains(name)) {
                rejectRun = normal(name).equals(RejectColumns.RUN) ? field : rejectRun;
                rejectLine = normal(name).equals(RejectColumns.LINE) ? field : rejectLine;
            } else if (column == null) {
                unknown.add(withNearest(kind, name));
            } else if (fieldOfColumn[column.position()] >= 0) {
                doubled.add(name);
            } else {
                fieldOfColumn[column.position()] = field;
            }
        }
        List<String> missing = kind.columns().stream()
                .filter(column -> column.required() && fieldOfColumn[column.position()] < 0)
                .map(Column::name)
                .toList();
        if (unknown.size() + doubled.size() + missing.size() > 0) {
            throw kindsOfLoad.stream()
                    .filter(other -> !other.equals(kind) && fits(other, header))
                    .findFirst()
                    .map(other -> ofOther(file, kind, other))
                    .orElseGet(() -> problem(file, kind, unknown, doubled, missing));
        }
        return new HeaderMapping(List.copyOf(header), fieldOfColumn, rejectRun, rejectLine);
    }

    /** Whether a header could be one of the kind. */
    static boolean fits(FileKind kind, List<String> header) {
        return kind.columns().stream().filter(Column::required).allMatch(column -> header.stream()
                .anyMatch(name -> column.equals(kind.find(name))));
    }

    /** The problem of one name that no column has. */
    static ProblemException unknown(String file, FileKind kind, String name) {
        return problem(file, kind, List.of(withNearest(kind, name)), List.of(), List.of());
    }

    private static ProblemException problem(
            String file, FileKind kind, List<String> unknown, List<String> doubled, List<String> missing) {
        List<Problem> findings = new ArrayList<>();
        find(findings, LoadProblem.HEADER_UNKNOWN, unknown);
        find(findings, LoadProblem.HEADER_DOUBLED, doubled);
        find(findings, LoadProblem.HEADER_MISSING, missing);
        return Problem.of(LoadProblem.HEADER)
                .with("file", file)
                .with("kind", kind.name())
                .with("noun", kind.noun())
                .with("findings", findings)
                .asException();
    }

    private static void find(List<Problem> findings, LoadProblem problem, List<String> names) {
        if (!names.isEmpty()) {
            findings.add(Problem.of(problem).with("names", String.join(", ", names)));
        }
    }

    private static ProblemException ofOther(String file, FileKind kind, FileKind other) {
        return Problem.of(LoadProblem.HEADER_OF_OTHER)
                .with("file", file)
                .with("kind", kind.name())
                .with("other", other.name())
                .with("noun", kind.noun())
                .asException();
    }

    /** A header's name as it is compared: half-width, lower case, no white space around, underscores within. */
    static String normal(String name) {
        String halfWidth = Normalizer.normalize(name, Normalizer.Form.NFKC).strip();
        return halfWidth.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }

    private static String withNearest(FileKind kind, String name) {
        String wanted = normal(name);
        String nearest = null;
        int nearestDistance = Math.max(1, wanted.length() / 3) + 1;
        for (Column column : kind.columns()) {
            List<String> names = new ArrayList<>(column.aliases());
            names.add(0, column.name());
            for (String candidate : names) {
                int distance = distance(wanted, normal(candidate));
                if (distance < nearestDistance) {
                    nearest = candidate;
                    nearestDistance = distance;
                }
            }
        }
        String shown = name.isBlank() ? "\"\"" : name;
        return nearest == null ? shown : shown + " (" + nearest + "?)";
    }

    /** Letters to insert, delete or replace to make one word of the other. */
    private static int distance(String one, String other) {
        int[] above = new int[other.length() + 1];
        for (int column = 0; column <= other.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= one.length(); row++) {
            int[] current = new int[other.length() + 1];
            current[0] = row;
            for (int column = 1; column <= other.length(); column++) {
                int replaced = above[column - 1] + (one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1);
                current[column] = Math.min(replaced, 1 + Math.min(above[column], current[column - 1]));
            }
            above = current;
        }
        return above[other.length()];
    }

    /** The names as the file has them. */
    List<String> header() {
        return header;
    }

    /** The names without the columns of an earlier reject file. */
    List<String> ownNames() {
        return header.stream().filter(name -> !RejectColumns.contains(name)).toList();
    }

    /** The field of a column, or -1 when the file has none. */
    int fieldOf(Column column) {
        return fieldOfColumn[column.position()];
    }

    /** The field that names the run which rejected the row before, or -1. */
    int rejectRunField() {
        return rejectRunField;
    }

    /** The field that names the line on which the row was rejected before, or -1. */
    int rejectLineField() {
        return rejectLineField;
    }

    /** The file's name of a column; our own where the file has no such field. */
    String nameOf(Column column) {
        int field = fieldOf(column);
        return field < 0 ? column.name() : header.get(field).strip();
    }
}
