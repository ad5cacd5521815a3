package org.minsheng.cli.command;

import java.util.List;

/**
 * A word that only holds others: {@code claim}, or {@code hold} in {@code claim hold list}.
 *
 * @param name the word as it is typed
 * @param nodes its nouns and verbs, in the order of its help
 */
public record Noun(String name, List<CommandNode> nodes) implements CommandNode {
    public Noun {
        nodes = List.copyOf(nodes);
    }

    /** A noun with these words below it. */
    public static Noun of(String name, CommandNode... nodes) {
        return new Noun(name, List.of(nodes));
    }
}
