package org.minsheng.load;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A kind of file that can be loaded: its columns, the rules that one row decides, and the SQL that knows its tables
 * (its scripts, see {@link KindScripts}). Most are built once, as a constant:
 *
 * <pre>{@code
 * private static final FileKind.Builder KIND = FileKind.named("enrolment", EnrolmentFile.class);
 * private static final Column FROM = KIND.add(Column.of("from_date", ColumnType.date()).alias("参保日期").identify());
 * static final FileKind ENROLMENT = KIND.check(EnrolmentFile::periodIsInOrder).build();
 * }</pre>
 */
public final class FileKind {
    private final String name;
    private final String noun;
    private final Class<?> owner;
    private final List<Column> columns;
    private final List<Column> keyColumns;
    private final List<RowCheck> checks;
    private final List<StagingColumn> derived;
    private final Keeping keeping;
    private final List<String> keyScope;
    private final String nestedArray;
    private final Map<String, Column> columnOfName;

    private FileKind(Builder builder) {
        this.name = builder.name;
        this.noun = builder.noun;
        this.owner = builder.owner;
        this.columns = List.copyOf(builder.columns);
        this.keyColumns = columns.stream().filter(Column::key).toList();
        this.checks = List.copyOf(builder.checks);
        this.derived = List.copyOf(builder.derived);
        this.keeping = builder.keeping;
        this.keyScope = List.copyOf(builder.keyScope);
        this.nestedArray = builder.nestedArray;
        this.columnOfName = new HashMap<>();
        for (Column column : columns) {
            register(column.name(), column);
            column.aliases().forEach(alias -> register(alias, column));
        }
    }

    private void register(String columnName, Column column) {
        if (columnOfName.put(HeaderMapping.normal(columnName), column) != null) {
            throw new IllegalArgumentException(name + " has two columns called " + columnName);
        }
    }

    /**
     * Begins a kind.
     *
     * @param name as commands and reports call it: {@code claim-line}
     * @param owner the class beside which the folder of its SQL lies, named as the kind
     */
    public static Builder named(String name, Class<?> owner) {
        return new Builder(name, owner);
    }

    /** As commands and reports call it. */
    public String name() {
        return name;
    }

    /** The noun whose {@code import} takes it: its own name, unless it comes with another kind. */
    String noun() {
        return noun;
    }

    /** All columns, in the order of their positions. */
    public List<Column> columns() {
        return columns;
    }

    /** The columns of the business key. */
    public List<Column> keyColumns() {
        return keyColumns;
    }

    /** What a business key of this kind holds within: of a code, the table and the version. */
    List<String> keyScope() {
        return keyScope;
    }

    List<RowCheck> checks() {
        return checks;
    }

    List<StagingColumn> derived() {
        return derived;
    }

    /** How its rows are kept aside; null for most kinds, whose rows are all staged. */
    Keeping keeping() {
        return keeping;
    }

    /** In NDJSON, the array of these objects that holds the second kind of a load set; or null. */
    String nestedArray() {
        return nestedArray;
    }

    Class<?> owner() {
        return owner;
    }

    /** The temporary table of the rows of this kind while they are loaded: {@code stage_claim_line}. */
    public String stagingTable() {
        return "stage_" + name.replace('-', '_');
    }

    /** The column that a header means, by its name or an alias, in either case; null when there is none. */
    Column find(String headerName) {
        return columnOfName.get(HeaderMapping.normal(headerName));
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects the parts of a kind. */
    public static final class Builder {
        private final String name;
        private String noun;
        private final Class<?> owner;
        private final List<Column> columns = new ArrayList<>();
        private final List<RowCheck> checks = new ArrayList<>();
        private final List<StagingColumn> derived = new ArrayList<>();
        private Keeping keeping;
        private List<String> keyScope = List.of();
        private String nestedArray;

        private Builder(String name, Class<?> owner) {
            this.name = Objects.requireNonNull(name);
            this.noun = name;
            this.owner = Objects.requireNonNull(owner);
        }

        /** Adds a column and returns it with its position, to read rows with. */
        public Column add(Column column) {
            Column placed = column.at(columns.size());
            columns.add(placed);
            return placed;
        }

        /** Names the kind with which it comes, and whose command imports both. */
        public Builder with(String nounOfOther) {
            noun = nounOfOther;
            return this;
        }

        /** Adds a rule. */
        public Builder check(RowCheck check) {
            checks.add(check);
            return this;
        }

        /** Adds a staging column that is computed from the row. */
        public Builder derive(String columnName, String sqlType, StagingColumn.Writer writer) {
            derived.add(new StagingColumn(columnName, sqlType, writer));
            return this;
        }

        /** Keeps the rows aside instead of staging them all. */
        public Builder keep(Keeping how) {
            keeping = how;
            return this;
        }

        /** Says what business keys hold within, where the file itself does not name it. */
        public Builder within(String... scope) {
            keyScope = List.of(scope);
            return this;
        }

        /** Names the array that, in NDJSON, holds the records of the second kind of a load set. */
        public Builder nests(String arrayName) {
            nestedArray = arrayName;
            return this;
        }

        /**
         * The kind.
         *
         * @throws IllegalArgumentException when rows are kept aside by columns that do not begin the business key
         */
        public FileKind build() {
            FileKind kind = new FileKind(this);
            if (keeping != null
                    && !keeping.owner()
                            .equals(kind.keyColumns().subList(0, keeping.owner().size()))) {
                throw new IllegalArgumentException(name + " keeps rows aside by columns that do not begin their key");
            }
            return kind;
        }
    }
}
