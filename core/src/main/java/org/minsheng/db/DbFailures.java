package org.minsheng.db;

import java.sql.SQLException;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/** The one place that turns a failure of the driver or the server into a {@link Problem}. */
public final class DbFailures {
    private static final String CONNECTION_CLASS = "08";
    /** Raised by {@code run.keep_inputs} of our own schema. */
    private static final String INPUTS_PINNED = "MS001";

    private static final String PRIVILEGES_CLASS = "42501";

    private DbFailures() {}

    /** The problem of whatever ended a piece of work, when a failure of the database is behind it; else null. */
    public static Problem problemOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException known) {
                return known.problem();
            }
            if (cause instanceof SQLException sql) {
                return problemOf(sql);
            }
        }
        return null;
    }

    /** The problem of a failure, told by its SQLSTATE. */
    public static Problem problemOf(SQLException failure) {
        String state = failure.getSQLState() == null ? "" : failure.getSQLState();
        if (state.equals(INPUTS_PINNED)) {
            return inputsPinned(failure);
        }
        String message = message(failure);
        return Problem.of(isFullDisk(state, message) ? DbProblem.DISK_FULL : code(state))
                .with("state", state)
                .with("message", message);
    }

    /** The detail is the unfinished run's number and its job: {@code 42 claim settle}. */
    private static Problem inputsPinned(SQLException failure) {
        ServerErrorMessage server = ((PSQLException) failure).getServerErrorMessage();
        String[] detail = server.getDetail().split(" ", 2);
        return Problem.of(DbProblem.INPUTS_PINNED).with("run", detail[0]).with("job", detail[1]);
    }

    /** PostgreSQL before 17 tells so, as an internal error, when a new session finds no room for its first small file. */
    private static boolean isFullDisk(String state, String message) {
        return state.equals("XX000") && message.equals("could not write init file");
    }

    private static DbProblem code(String state) {
        return switch (state) {
            // 08004: the server asks for a password and there is none
            case "28000", "28P01", "08004" -> DbProblem.LOGIN_REFUSED;
            case "3D000" -> DbProblem.DATABASE_MISSING;
            case "25006" -> DbProblem.READ_ONLY;
            case "53100" -> DbProblem.DISK_FULL;
            case PRIVILEGES_CLASS -> DbProblem.NOT_PERMITTED;
            case "55P03" -> DbProblem.LOCK_TIMEOUT;
            case "40001", "40P01" -> DbProblem.CHANGED_MEANWHILE;
            case "08001", "53300", "57P03" -> DbProblem.UNREACHABLE;
            case "57P01", "57P02", "57P04", "57P05" -> DbProblem.CONNECTION_LOST;
            default -> state.startsWith(CONNECTION_CLASS) ? DbProblem.CONNECTION_LOST : DbProblem.STATEMENT_FAILED;
        };
    }

    /** The server's own sentence, without the values of a row that its detail may hold. */
    private static String message(SQLException failure) {
        ServerErrorMessage server = failure instanceof PSQLException known ? known.getServerErrorMessage() : null;
        return server == null ? String.valueOf(failure.getMessage()) : String.valueOf(server.getMessage());
    }
}
