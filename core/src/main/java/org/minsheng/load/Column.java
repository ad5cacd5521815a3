package org.minsheng.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One column of a file kind.
 *
 * @param name our name, in English: {@code resident_id}
 * @param aliases what else a header may call it: the Chinese name (身份证号), national field names ({@code certno})
 * @param required whether a row must have a value
 * @param sensitive whether the value is shown masked
 * @param key whether it belongs to the business key, which occurs once in a file
 * @param position its place in its kind, from 0; -1 until a kind has it
 */
public record Column(
        String name,
        List<String> aliases,
        ColumnType type,
        boolean required,
        boolean sensitive,
        boolean key,
        int position) {
    public Column {
        Objects.requireNonNull(name);
        Objects.requireNonNull(type);
        aliases = List.copyOf(aliases);
    }

    /** A column that may be empty. */
    public static Column of(String name, ColumnType type) {
        return new Column(name, List.of(), type, false, false, false, -1);
    }

    /** The same column, also known by these names. */
    public Column alias(String... names) {
        List<String> more = new ArrayList<>(aliases);
        more.addAll(List.of(names));
        return new Column(name, more, type, required, sensitive, key, position);
    }

    /** The same column, never empty. */
    public Column require() {
        return new Column(name, aliases, type, true, sensitive, key, position);
    }

    /** The same column, shown masked. */
    public Column mask() {
        return new Column(name, aliases, type, required, true, key, position);
    }

    /** The same column as a part of the business key; a key is never empty. */
    public Column identify() {
        return new Column(name, aliases, type, true, sensitive, true, position);
    }

    Column at(int newPosition) {
        return new Column(name, aliases, type, required, sensitive, key, newPosition);
    }
}
