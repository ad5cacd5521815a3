package org.minsheng.cli.command;

/** A word of the command line: a noun with words below it, or a verb that does something. */
public sealed interface CommandNode permits Noun, Verb {}
