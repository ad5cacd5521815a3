package org.minsheng.cli.text;

import java.util.Map;
import java.util.Optional;

/** A language that the messages speak. */
public enum Language {
    EN("en"),
    ZH("zh");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** The word of {@code --lang} and of the file names: {@code en}, {@code zh}. */
    public String tag() {
        return tag;
    }

    /** The language of {@code zh}, {@code zh_CN.UTF-8}, {@code en-GB}; empty for any other. */
    public static Optional<Language> of(String text) {
        String name = text.trim().toLowerCase(java.util.Locale.ROOT);
        for (Language language : values()) {
            boolean longer = name.length() > 2 && !Character.isLetter(name.charAt(2));
            if (name.startsWith(language.tag) && (name.length() == 2 || longer)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /** The language of the messages by the locale's variables, strongest first as POSIX says; else English. */
    public static Language ofLocale(Map<String, String> variables) {
        for (String name : new String[] {"LC_ALL", "LC_MESSAGES", "LANG"}) {
            String value = variables.getOrDefault(name, "");
            if (!value.isEmpty()) {
                return of(value).orElse(EN);
            }
        }
        return EN;
    }
}
