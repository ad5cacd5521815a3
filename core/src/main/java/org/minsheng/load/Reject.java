package org.minsheng.load;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;

/**
 * A row that a load did not take.
 *
 * @param runId the load
 * @param fileNumber which of its files, from 1
 * @param kind what the file holds
 * @param file its name
 * @param line its line, from 1
 * @param column the column as the file calls it; null when the whole row is meant
 * @param rule the code of the rule that it broke
 * @param value the value, masked where it is sensitive; null when there is none
 * @param facts what the rule's text needs
 * @param state {@code open}, {@code mended}, {@code closed}
 * @param endedAt when it was mended or closed; null while it is open
 * @param endedBy who did that
 * @param endedReason why, or by which run
 * @param names the names of the columns as the file has them
 * @param fields the fields as they were read, as many as the row had
 */
public record Reject(
        long runId,
        int fileNumber,
        String kind,
        String file,
        long line,
        String column,
        String rule,
        String value,
        Map<String, Object> facts,
        String state,
        Instant endedAt,
        String endedBy,
        String endedReason,
        List<String> names,
        List<String> fields) {
    private static final Pattern LONG_NUMBER = Pattern.compile("\\d{11}");

    /**
     * A field of the row.
     *
     * @param name of its column as the file has it, or null
     * @param value a text, or {@link Masked}
     */
    public record Field(String name, Object value) {}

    public Reject {
        names = List.copyOf(names);
        fields = List.copyOf(fields);
    }

    /** Why the row was not taken. */
    public Problem problem() {
        return FoundRule.problem(rule, facts, value);
    }

    /**
     * The fields as they may be shown: sensitive ones are {@link org.minsheng.base.Masked}. A row that could not be cut
     * into the columns of its header has no names, and is masked as a whole wherever it might hold a number.
     *
     * @param of the kind of the file; null when it is not known any more
     */
    public List<Field> shown(FileKind of) {
        List<Field> shown = new ArrayList<>();
        boolean cut = fields.size() == names.size();
        for (int index = 0; index < fields.size(); index++) {
            String text = fields.get(index);
            Column known = cut && of != null ? of.find(names.get(index)) : null;
            boolean hidden = known == null ? LONG_NUMBER.matcher(text).find() : known.sensitive();
            shown.add(new Field(cut ? names.get(index) : null, hidden ? Masked.of(text) : text));
        }
        return shown;
    }
}
