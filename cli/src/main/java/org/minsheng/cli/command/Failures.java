package org.minsheng.cli.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.db.DbFailures;

/** The one place where whatever ended a command becomes a message and an exit status. */
final class Failures {
    private final ProblemText problemText;
    private final PrintStream err;

    Failures(ProblemText problemText, PrintStream err) {
        this.problemText = problemText;
        this.err = err;
    }

    ExitStatus tell(Throwable failure) {
        if (failure instanceof UncheckedIOException unchecked) {
            return tell(unchecked.getCause());
        }
        if (failure instanceof StandardOutput.Failure output && output.readerGone()) {
            return ExitStatus.READER_GONE;
        }
        Problem problem = problemOf(failure);
        problemText.write(err, problem, failure);
        return ExitStatus.of(problem.code().kind());
    }

    private static Problem problemOf(Throwable failure) {
        if (failure instanceof ProblemException expected) {
            return expected.problem();
        }
        Problem ofDatabase = failure instanceof RuntimeException ? DbFailures.problemOf(failure) : null;
        if (ofDatabase != null) {
            return ofDatabase;
        }
        if (failure instanceof StandardOutput.Failure) {
            return Problem.of(CliProblem.OUTPUT_FAILED).with("reason", reason(failure));
        }
        if (failure instanceof NoSuchFileException missing) {
            return Problem.of(CliProblem.FILE_MISSING).with("file", missing.getFile());
        }
        if (failure instanceof FileSystemException file) {
            return Problem.of(CliProblem.FILE_FAILED)
                    .with("file", file.getFile())
                    .with("reason", file.getReason() == null ? reason(failure) : file.getReason());
        }
        if (failure instanceof IOException) {
            return Problem.of(CliProblem.FILE_FAILED).with("file", "").with("reason", reason(failure));
        }
        if (failure instanceof OutOfMemoryError) {
            return Problem.of(CliProblem.OUT_OF_MEMORY);
        }
        return Problem.of(CliProblem.UNEXPECTED).with("reason", reason(failure));
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage();
        String name = failure.getClass().getSimpleName();
        return message == null
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }
}
