package org.minsheng.cli.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * The texts of one language. The command line's own room is read first; the others only when it lacks a key, which is
 * when a problem of the core is told.
 */
public final class Messages {
    /** The rooms that have texts, one property file a room and language. */
    public static final List<String> ROOMS =
            List.of("cli", "base", "db", "run", "load", "registry", "policy", "claim", "ledger", "bureau", "city");

    private final Language language;
    private final Properties texts = new Properties();
    private int roomsRead;

    private Messages(Language language) {
        this.language = language;
    }

    /** The texts of this language; nothing is read yet. */
    public static Messages in(Language language) {
        return new Messages(language);
    }

    public Language language() {
        return language;
    }

    /** The text of a key with its placeholders {@code {fact}} filled; empty when no room has the key. From any thread. */
    public synchronized Optional<String> find(String key, Map<String, ?> facts) {
        String pattern = texts.getProperty(key);
        while (pattern == null && roomsRead < ROOMS.size()) {
            read(texts, ROOMS.get(roomsRead), language);
            roomsRead++;
            pattern = texts.getProperty(key);
        }
        return Optional.ofNullable(pattern).map(found -> fill(found, facts));
    }

    /** The text of a key, or the key itself when no room has it. */
    public String text(String key, Map<String, ?> facts) {
        return find(key, facts).orElse(key);
    }

    /** The text of a key without placeholders. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** All texts of one file; empty when there is no such file. */
    public static Properties ofFile(String name, Language language) {
        Properties read = new Properties();
        read(read, name, language);
        return read;
    }

    private static void read(Properties into, String name, Language language) {
        String resource = "/org/minsheng/cli/messages/" + name + "_" + language.tag() + ".properties";
        try (InputStream bytes = Messages.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                return;
            }
            Properties room = new Properties();
            try (Reader reader = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
                room.load(reader);
            }
            for (Enumeration<?> keys = room.propertyNames(); keys.hasMoreElements(); ) {
                String key = (String) keys.nextElement();
                into.putIfAbsent(key, room.getProperty(key));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** Replaces each {@code {name}} of a known fact; any other brace stays as it is written. */
    static String fill(String pattern, Map<String, ?> facts) {
        int open = pattern.indexOf('{');
        if (open < 0 || facts.isEmpty()) {
            return pattern;
        }
        StringBuilder filled = new StringBuilder(pattern.length() + 32);
        int written = 0;
        while (open >= 0) {
            int close = pattern.indexOf('}', open);
            if (close < 0) {
                break;
            }
            String name = pattern.substring(open + 1, close);
            if (facts.containsKey(name)) {
                filled.append(pattern, written, open).append(facts.get(name));
                written = close + 1;
                open = pattern.indexOf('{', written);
            } else {
                open = pattern.indexOf('{', open + 1);
            }
        }
        return filled.append(pattern, written, pattern.length()).toString();
    }
}
