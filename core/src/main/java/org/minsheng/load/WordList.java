package org.minsheng.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.minsheng.base.Problem;
import org.minsheng.db.CopyLine;

/** A closed list of words, each with the other words that mean it: {@code male} with {@code 男} and {@code 1}. */
public final class WordList implements ColumnType {
    private final List<String> words;
    private final Map<String, String> wordOf;

    private WordList(List<String> words, Map<String, String> wordOf) {
        this.words = words;
        this.wordOf = wordOf;
    }

    /** A list without words. */
    public static WordList empty() {
        return new WordList(List.of(), Map.of());
    }

    /** The same list with one more word, and what else means it; letters count in either case. */
    public WordList with(String word, String... meanings) {
        List<String> moreWords = new ArrayList<>(words);
        moreWords.add(word);
        Map<String, String> more = new HashMap<>(wordOf);
        more.put(word.toLowerCase(Locale.ROOT), word);
        for (String meaning : meanings) {
            more.put(meaning.toLowerCase(Locale.ROOT), word);
        }
        return new WordList(List.copyOf(moreWords), Map.copyOf(more));
    }

    @Override
    public String sqlType() {
        return "text";
    }

    @Override
    public Problem read(FieldText text, TypedRow row, int position) {
        String written = text.toString();
        String word = wordOf.get(written);
        if (word == null) {
            word = wordOf.get(written.toLowerCase(Locale.ROOT));
        }
        if (word == null) {
            return Problem.of(LoadProblem.VALUE_NOT_ALLOWED)
                    .with("value", text.shown())
                    .with("allowed", words);
        }
        row.set(position, word);
        return null;
    }

    @Override
    public void write(TypedRow row, int position, CopyLine out) {
        row.writeText(position, out);
    }
}
