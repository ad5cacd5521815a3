package org.minsheng;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the tables, views, sequences and functions of our schemas that SQL names, in files and in strings of Java. */
final class SqlNames {
    private static final Pattern MADE = Pattern.compile(
            "CREATE (?:OR REPLACE )?(?:UNLOGGED )?(?:TABLE|VIEW|MATERIALIZED VIEW|SEQUENCE|FUNCTION)(?: IF NOT EXISTS)?"
                    + "\\s+([a-z]+\\.[a-z_0-9]+)");
    private static final Pattern SQL_COMMENT = Pattern.compile("--[^\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern FOREIGN_KEY = Pattern.compile("REFERENCES\\s+[a-z]+\\.[a-z_]+");

    private static final Pattern LISTENER =
            Pattern.compile("CREATE TRIGGER\\s+[a-z_]+\\s+AFTER\\s[^;]*?\\sON\\s+[a-z]+\\.[a-z_]+");

    /** Comments, text blocks (group 1), strings (group 2) and characters, whichever begins first. */
    private static final Pattern JAVA_TOKEN = Pattern.compile(
            "//[^\n]*|/\\*.*?\\*/|\"\"\"(.*?)\"\"\"|\"((?:\\\\.|[^\"\\\\\n])*)\"|'(?:\\\\.|[^'\\\\])+'",
            Pattern.DOTALL);

    private final Set<String> known;
    private final Pattern name;

    private SqlNames(Set<String> known) {
        this.known = known;
        Set<String> schemas = new TreeSet<>();
        known.forEach(each -> schemas.add(each.substring(0, each.indexOf('.'))));
        // A hyphen follows in the codes of problems: claim.line-rejected.
        this.name = Pattern.compile("\\b(?:" + String.join("|", schemas) + ")\\.(?:[a-z_0-9]++(?!-)|$)");
    }

    /** The names that the migrations of a folder make. */
    static SqlNames madeBy(Path migrations) throws IOException {
        Set<String> known = new TreeSet<>();
        for (Path file : files(migrations)) {
            Matcher made = MADE.matcher(Files.readString(file));
            while (made.find()) {
                known.add(made.group(1));
            }
        }
        return new SqlNames(known);
    }

    /** All {@code .java} and {@code .sql} files below a folder. */
    static List<Path> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(file ->
                            file.toString().endsWith(".java") || file.toString().endsWith(".sql"))
                    .sorted()
                    .toList();
        }
    }

    Set<String> known() {
        return known;
    }

    Set<String> in(Path file) throws IOException {
        String text = Files.readString(file);
        return file.toString().endsWith(".java") ? inJava(text) : inSql(text);
    }

    Set<String> inMigration(Path file) throws IOException {
        String ownRows = FOREIGN_KEY.matcher(Files.readString(file)).replaceAll("");
        return inSql(LISTENER.matcher(ownRows).replaceAll(""));
    }

    Set<String> inJava(String source) {
        Set<String> found = new TreeSet<>();
        Matcher token = JAVA_TOKEN.matcher(source);
        while (token.find()) {
            String literal = token.group(1) == null ? token.group(2) : token.group(1);
            if (literal != null) {
                found.addAll(inSql(literal));
            }
        }
        return found;
    }

    /** Known names, those of partitions, and a bare {@code schema.} at the end, to which a name may be joined. */
    Set<String> inSql(String sql) {
        Set<String> found = new TreeSet<>();
        Matcher mention = name.matcher(SQL_COMMENT.matcher(sql).replaceAll(" "));
        while (mention.find()) {
            String mentioned = mention.group();
            if (mentioned.endsWith(".") || known.contains(mentioned.replaceFirst("_[0-9]{4}$", ""))) {
                found.add(mentioned);
            }
        }
        return found;
    }
}
