package org.minsheng.cli.command;

/** Which of the three standard streams is a terminal. */
public record Terminals(boolean in, boolean out, boolean err) {
    /** The property in which the launcher says it, a letter a stream: {@code ioe}. */
    public static final String PROPERTY = "minsheng.terminals";

    /** None: a script, a pipe, cron. */
    public static final Terminals NONE = new Terminals(false, false, false);

    /** A person at a terminal. */
    public static final Terminals ALL = new Terminals(true, true, true);

    /** What the launcher saw; a bare {@code java -jar} counts as a script, since Java cannot ask stream by stream. */
    static Terminals ofProcess() {
        String seen = System.getProperty(PROPERTY);
        if (seen == null) {
            return NONE;
        }
        return new Terminals(seen.indexOf('i') >= 0, seen.indexOf('o') >= 0, seen.indexOf('e') >= 0);
    }
}
