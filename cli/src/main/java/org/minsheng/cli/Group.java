package org.minsheng.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minsheng.cli.command.CommandNode;
import org.minsheng.cli.demo.DemoCommands;
import org.minsheng.cli.id.IdCommands;

/**
 * The words that may follow {@code minsheng}, in the order of its first screen. The line that explains one stands in the
 * texts under {@code group.WORD}; its classes are loaded by {@link #load()} only.
 */
enum Group {
    ID("id"),
    DEMO("demo"),
    HELP("help");

    private final String word;

    Group(String word) {
        this.word = word;
    }

    /** The word as it is typed. */
    String word() {
        return word;
    }

    /** Loads the classes of the group. */
    CommandNode load() {
        return switch (this) {
            case ID -> IdCommands.noun();
            case DEMO -> DemoCommands.noun();
            case HELP -> new HelpCommand();
        };
    }

    /** The group of that word. */
    static Optional<Group> of(String word) {
        for (Group group : values()) {
            if (group.word.equals(word)) {
                return Optional.of(group);
            }
        }
        return Optional.empty();
    }

    /** The words of all groups. */
    static List<String> words() {
        List<String> words = new ArrayList<>();
        for (Group group : values()) {
            words.add(group.word);
        }
        return words;
    }
}
