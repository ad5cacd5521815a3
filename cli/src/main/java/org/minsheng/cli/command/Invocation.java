package org.minsheng.cli.command;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.minsheng.base.Problem;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.Labels;
import org.minsheng.cli.render.OneResult;
import org.minsheng.cli.render.OutputFormat;
import org.minsheng.cli.render.Printers;
import org.minsheng.cli.render.RowPrinter;
import org.minsheng.cli.text.Language;
import org.minsheng.cli.text.Messages;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.EmbeddedPostgres;
import org.minsheng.run.Progress;

/** One run of one verb: everything a command is handed. What it opens is closed when the run ends. */
public final class Invocation implements AutoCloseable {
    private static final int OUTPUT_BUFFER_BYTES = 1 << 16;

    private final Session session;
    private final CommonOptions options;
    private final Settings settings;
    private final Manner manner;
    private final Messages messages;
    private Writer out;
    private BufferedReader in;
    private Database database;

    private Invocation(Session session, CommonOptions options, boolean tolerant) {
        this.session = session;
        this.options = options;
        this.settings = new Settings(options.settings(), session.variables());
        this.manner = new Manner(settings, session.variables(), tolerant);
        this.messages = Messages.in(manner.language());
    }

    /**
     * A run of a verb.
     *
     * @param verb null when only help is wanted
     * @param options as parsed
     * @throws org.minsheng.base.ProblemException when a setting is broken, and the verb does not tolerate that
     */
    static Invocation of(Verb verb, Session session, CommonOptions options) {
        return new Invocation(session, options, verb != null && verb.toleratesBrokenSettings());
    }

    /** The format of results: the option, the setting, else for people on a terminal and tab-separated in a pipe. */
    public OutputFormat format() {
        return manner.format().orElse(session.terminals().out() ? OutputFormat.TABLE : OutputFormat.TSV);
    }

    /**
     * Whether the figures of a batch are wanted on the standard output: by a person on a terminal, or because a format was
     * asked for. Cron mails whatever else it sees.
     */
    public boolean resultWanted() {
        return session.terminals().out() || formatWanted();
    }

    /** Whether a format of the result was asked for: what a person reads as a note is then printed. */
    public boolean formatWanted() {
        return manner.format().isPresent();
    }

    /** The language of the messages. */
    public Language language() {
        return messages.language();
    }

    /**
     * Every setting that has a value.
     *
     * @throws org.minsheng.base.ProblemException when one of them, or the file they stand in, is broken
     */
    public List<Setting> checkedSettings() {
        manner.check();
        return settings.all();
    }

    /** A printer of many rows in the chosen format. */
    public RowPrinter rows(Column... columns) {
        return Printers.rows(format(), out(), List.of(columns), labels());
    }

    /** Prints a single result: a line a value on a terminal, an object in JSON. */
    public void one(List<Column> columns, Object... values) throws IOException {
        OutputFormat format =
                manner.format().orElse(session.terminals().out() ? OutputFormat.VERTICAL : OutputFormat.TSV);
        Printers.one(format, out(), columns, labels(), values);
    }

    /** Prints a single result that was put together value by value. */
    public void one(OneResult result) throws IOException {
        one(result.columns(), result.values());
    }

    /** The standard output, for data only. */
    public Writer out() {
        if (out == null) {
            out = new BufferedWriter(
                    new OutputStreamWriter(new StandardOutput(session.out()), StandardCharsets.UTF_8),
                    OUTPUT_BUFFER_BYTES);
        }
        return out;
    }

    /** The standard input as UTF-8 lines. */
    public BufferedReader in() {
        if (in == null) {
            in = new BufferedReader(new InputStreamReader(session.in(), StandardCharsets.UTF_8));
        }
        return in;
    }

    /** The standard input as bytes: for files given as {@code -}. */
    public InputStream inBytes() {
        return session.in();
    }

    /** The text of a key in the language of this run. */
    public String text(String key) {
        return messages.text(key);
    }

    /** The text of a key with its facts, given as name, value, name, value. */
    public String text(String key, Object... facts) {
        return messages.text(key, Facts.of(facts));
    }

    /** The text of a key with its facts. */
    public String text(String key, Map<String, Object> facts) {
        return messages.text(key, facts);
    }

    /** The one sentence that says what a problem is, for reasons in rows and lists. */
    public String text(Problem problem) {
        return messages.text(problem.code().code(), problem.facts());
    }

    /** Why it is so, where the text says. */
    public Optional<String> why(Problem problem) {
        return messages.find(problem.code().code() + ".why", problem.facts());
    }

    /** What to do about it, where the text says. */
    public Optional<String> mend(Problem problem) {
        return messages.find(problem.code().code() + ".mend", problem.facts());
    }

    /** What a problem is and what to do about it, in one line: the reason in a file of rejects. */
    public String reason(Problem problem) {
        return text(problem) + mend(problem).map(mend -> " " + mend).orElse("");
    }

    /** Tells a person how it went: on a terminal, or with {@code -v}; never with {@code -q}. */
    public void note(String key, Object... facts) {
        if (!options.quiet && (options.verbose || session.terminals().err())) {
            session.err().println(text(key, facts));
        }
    }

    /** Tells what whoever reads the result must know, off a terminal too; never with {@code -q}. */
    public void remind(String key, Object... facts) {
        if (!options.quiet) {
            session.err().println(text(key, facts));
        }
    }

    /** Tells what only {@code -v} asks for. */
    public void detail(String key, Object... facts) {
        if (options.verbose && !options.quiet) {
            session.err().println(text(key, facts));
        }
    }

    /**
     * Tells of a problem without ending the command; for what ends with {@link ExitStatus#FINDINGS}, and so is said even
     * with {@code -q}.
     */
    public void report(Problem problem) {
        problemText().write(session.err(), problem, null);
    }

    ProblemText problemText() {
        boolean json = manner.format().map(OutputFormat::isJson).orElse(false);
        return new ProblemText(messages, json, options.debug);
    }

    /**
     * Asks before something that destroys or touches much.
     *
     * @param key the question, which names what will happen
     * @throws org.minsheng.base.ProblemException when it is declined, or nobody can be asked and {@code --yes} is missing
     */
    public void confirm(String key, Object... facts) throws IOException {
        if (options.yes) {
            return;
        }
        String question = text(key, facts);
        if (!isAtTerminal()) {
            throw Problem.of(CliProblem.CONFIRMATION_NEEDED)
                    .with("question", question)
                    .asException();
        }
        session.err().print(question + " [y/N] ");
        session.err().flush();
        String answer = in().readLine();
        if (answer == null || !isYes(answer.trim().toLowerCase(Locale.ROOT))) {
            throw Problem.of(CliProblem.DECLINED).asException();
        }
    }

    /** Whether a person is there who wants to be asked. */
    public boolean canAsk() {
        return isAtTerminal() && !options.yes;
    }

    private boolean isAtTerminal() {
        return session.terminals().in() && session.terminals().err();
    }

    /** Asks for a password; what is typed is not shown. */
    String askSecret(String key, Object... facts) throws IOException {
        session.err().print(text(key, facts));
        session.err().flush();
        try (TerminalEcho echo = TerminalEcho.off()) {
            String answer = in().readLine();
            session.err().println();
            if (answer == null) {
                throw Problem.of(CliProblem.DECLINED).asException();
            }
            return answer;
        }
    }

    private static boolean isYes(String answer) {
        return answer.equals("y") || answer.equals("yes") || answer.equals("是");
    }

    /** Shows how far a batch has come; silent off a terminal and with {@code -q}. */
    public Progress progress() {
        boolean shown = session.terminals().err() && !options.quiet;
        return shown ? new TerminalProgress(session.err(), messages, session.clock()) : Progress.SILENT;
    }

    /** The business date that {@code --as-of} named. */
    public Optional<LocalDate> asOf() {
        return Optional.ofNullable(options.asOf);
    }

    public boolean isVerbose() {
        return options.verbose;
    }

    public boolean isQuiet() {
        return options.quiet;
    }

    public Session session() {
        return session;
    }

    public Settings settings() {
        return settings;
    }

    public Path home() {
        return settings.home();
    }

    /** The wall clock, for run records; business dates come from {@link #asOf()} and the open business date. */
    public Clock clock() {
        return session.clock();
    }

    private Labels labels() {
        return new Labels() {
            @Override
            public String heading(String columnName) {
                return messages.find("column." + columnName, Map.of()).orElse(columnName);
            }

            @Override
            public String flag(boolean value) {
                return messages.text(value ? "flag.yes" : "flag.no");
            }
        };
    }

    /**
     * The database, found by the settings and connected now; its connection ends with this run.
     *
     * @throws org.minsheng.base.ProblemException {@code db.not-configured} when no setting names one, {@code
     *     db.migrations-pending} and {@code db.schema-too-new} when its schema is not this program's, {@code
     *     installation.unexpected} when it is not the one that the settings pin
     */
    public Database database() {
        return opened(DatabaseAccess::current);
    }

    /** The same, whatever the schema: for commands that look after the database itself. */
    public Database databaseOfAnySchema() {
        return opened(DatabaseAccess::any);
    }

    /** The way to the database for migrations: an embedded server's superuser; elsewhere the login that was named. */
    public ConnectionSettings migrator() {
        ConnectionSettings named = databaseOfAnySchema().settings();
        return chosenDatabase().embedded() ? new EmbeddedPostgres(home()).migrator() : named;
    }

    /** The database that the settings name, not connected. */
    public DatabaseChoice chosenDatabase() {
        return ConnectionSource.of(settings);
    }

    /** A way to open the database. */
    private interface Opening {
        Database open(DatabaseAccess access) throws IOException;
    }

    private Database opened(Opening opening) {
        if (database == null) {
            try {
                database = opening.open(new DatabaseAccess(this));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return database;
    }

    /** Writes out what is still buffered, so that an error follows the rows before it. */
    void flush() throws IOException {
        if (out != null) {
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            flush();
        } finally {
            if (database != null) {
                database.close();
            }
        }
    }
}
