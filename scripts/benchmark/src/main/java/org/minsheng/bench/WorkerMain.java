package org.minsheng.bench;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.minsheng.db.Database;

/** The process of one work: does it, and says seconds, rows and its peak memory on the standard output. */
final class WorkerMain {
    /** The system property that asks for the stages of each work on the standard error. */
    static final String VERBOSE = "minsheng.bench.verbose";

    private static final double NANOS_PER_SECOND = 1e9;

    private WorkerMain() {}

    /** Arguments: the home, the database, the work and its own arguments. */
    public static void main(String[] words) throws IOException {
        BenchHome home = BenchHome.at(Path.of(words[0]));
        Work work = Work.valueOf(words[2]);
        List<String> arguments = Arrays.asList(words).subList(3, words.length);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean verbose = Boolean.getBoolean(VERBOSE);
        try (Database database = home.open(words[1])) {
            // Neither side pays for the way to the database.
            database.handle();
            StageTimes times = new StageTimes();
            double serverBefore = verbose ? ProcessorTime.ofServer(home.serverPid()) : 0;
            long start = System.nanoTime();
            long rows = work.run(database, arguments, times);
            double seconds = (System.nanoTime() - start) / NANOS_PER_SECOND;
            PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
            out.println(seconds + " " + rows + " " + Machine.peakBytes());
            if (verbose) {
                double server = ProcessorTime.ofServer(home.serverPid()) - serverBefore;
                times.print(work, ProcessorTime.ofSelf(), server, err);
            }
        }
    }
}
