package org.minsheng.cli.render;

import java.util.List;
import java.util.Map;

/** JSON written by hand: results are flat, and a JSON library would cost a fifth of the start-up. */
public final class JsonText {
    private JsonText() {}

    /** An object of a row; money is a string, so that no reader rounds it. */
    static String object(List<Column> columns, Object[] values) {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < columns.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            quote(json, columns.get(i).name()).append(':');
            value(json, columns.get(i), values[i]);
        }
        return json.append('}').toString();
    }

    static String list(List<Column> columns, List<Object[]> rows) {
        StringBuilder json = new StringBuilder("[");
        for (int i = 0; i < rows.size(); i++) {
            if (i > 0) {
                json.append(',');
            }
            json.append(object(columns, rows.get(i)));
        }
        return json.append(']').toString();
    }

    /** An object of named figures: numbers and truth values bare, anything else as text. */
    static String facts(Map<?, ?> facts) {
        StringBuilder json = new StringBuilder("{");
        facts.forEach((name, value) -> {
            if (json.length() > 1) {
                json.append(',');
            }
            quote(json, name.toString()).append(':');
            fact(json, value);
        });
        return json.append('}').toString();
    }

    private static void fact(StringBuilder json, Object value) {
        if (value instanceof Map<?, ?> nested) {
            json.append(facts(nested));
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            json.append(value);
        } else if (value instanceof Iterable<?> several) {
            json.append('[');
            String separator = "";
            for (Object each : several) {
                json.append(separator);
                fact(json, each);
                separator = ",";
            }
            json.append(']');
        } else {
            quote(json, value.toString());
        }
    }

    /** An object of texts; entries without a text are left out. */
    public static String ofTexts(Map<String, String> texts) {
        StringBuilder json = new StringBuilder("{");
        texts.forEach((name, text) -> {
            if (text != null) {
                if (json.length() > 1) {
                    json.append(',');
                }
                quote(json, name).append(':');
                quote(json, text);
            }
        });
        return json.append('}').toString();
    }

    private static void value(StringBuilder json, Column column, Object value) {
        if (value == null) {
            json.append("null");
            return;
        }
        switch (column.kind()) {
            case COUNT, NUMBER, RATIO, FLAG, FACTS, LIST -> json.append(Values.plain(column, value));
            case TEXT, MONEY, DATE, TIME -> quote(json, Values.plain(column, value));
        }
    }

    private static StringBuilder quote(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> json.append("\\\"");
                case '\\' -> json.append("\\\\");
                case '\n' -> json.append("\\n");
                case '\r' -> json.append("\\r");
                case '\t' -> json.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u007f') {
                        json.append(String.format("\\u%04x", (int) c));
                    } else {
                        json.append(c);
                    }
                }
            }
        }
        return json.append('"');
    }
}
