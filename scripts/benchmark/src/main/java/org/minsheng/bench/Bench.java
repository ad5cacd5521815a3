package org.minsheng.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Session;
import org.minsheng.cli.render.OutputFormat;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code scripts/bench TOPIC}: the entry point. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Measures minsheng against the bare means.")
public final class Bench {
    private static final List<Topic> TOPICS = List.of(new SettleTopic());
    private static final List<Double> GROWTH = List.of(0.1, 0.3, 1.0, 3.0);

    @Parameters(index = "0", paramLabel = "TOPIC", description = "what to measure: settle")
    private String topic;

    @Option(names = "--scale", paramLabel = "F", description = "size of the data; 1: a million people")
    private Double scale;

    @Option(names = "--rounds", paramLabel = "N", description = "the median of so many rounds")
    private Integer rounds;

    @Option(names = "--growth", description = "how the main figures change from 0.1 to 3, or to the scale")
    private boolean growth;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FORMAT",
            description = "table, vertical, csv, tsv, json, ndjson")
    private OutputFormat format;

    @Option(
            names = {"-v", "--verbose"},
            description = "where the time of each work went")
    private boolean verbose;

    private Bench() {}

    public static void main(String[] words) throws IOException {
        Session session = Session.ofProcess();
        int status = run(session, words);
        session.stop().ended();
        System.exit(status);
    }

    /** Measures what the words name; figures to the standard output, everything else to the standard error. */
    static int run(Session session, String... words) throws IOException {
        Bench bench = new Bench();
        CommandLine line = new CommandLine(bench).setCaseInsensitiveEnumValuesAllowed(true);
        try {
            line.parseArgs(words);
        } catch (CommandLine.ParameterException wrong) {
            return usage(session.err(), wrong.getMessage());
        }
        if (line.isUsageHelpRequested()) {
            line.usage(new PrintStream(session.out(), true, StandardCharsets.UTF_8));
            return ExitStatus.OK.code();
        }
        Topic topic = TOPICS.stream()
                .filter(known -> known.name().equals(bench.topic))
                .findFirst()
                .orElse(null);
        if (topic == null) {
            return usage(session.err(), bench.topic + " is no topic");
        }
        if ((bench.scale != null && bench.scale <= 0) || (bench.rounds != null && bench.rounds < 1)) {
            return usage(session.err(), "the scale is above 0, and so are the rounds");
        }
        System.setProperty(WorkerMain.VERBOSE, Boolean.toString(bench.verbose));
        bench.measure(topic, session);
        return ExitStatus.OK.code();
    }

    private static int usage(PrintStream err, String what) {
        err.println("error: " + what);
        err.println("hint: scripts/bench TOPIC [--scale F] [--rounds N] [--growth] [-o FORMAT]; topics: "
                + TOPICS.stream()
                        .map(known -> known.name() + " (" + known.description() + ")")
                        .collect(Collectors.joining(", ")));
        return ExitStatus.USAGE.code();
    }

    private static List<Double> growthUpTo(double most) {
        List<Double> scales = GROWTH.stream().filter(each -> each <= most).toList();
        return scales.isEmpty() ? List.of(most) : scales;
    }

    private void measure(Topic wanted, Session session) throws IOException {
        OutputFormat chosen =
                format != null ? format : session.terminals().out() ? OutputFormat.TABLE : OutputFormat.TSV;
        try (BenchHome home = BenchHome.make()) {
            session.err().println(Machine.describe(home));
            List<Figure> figures;
            if (growth) {
                figures = wanted.growth(home, growthUpTo(scale == null ? GROWTH.get(GROWTH.size() - 1) : scale));
            } else {
                double size = scale == null ? wanted.defaultScale() : scale;
                figures = wanted.measure(home, size, rounds == null ? wanted.defaultRounds(size) : rounds);
            }
            Writer out = new BufferedWriter(new OutputStreamWriter(session.out(), StandardCharsets.UTF_8));
            FigureTable.print(figures, chosen, out);
            session.err().println(Machine.describe(home));
        }
    }
}
