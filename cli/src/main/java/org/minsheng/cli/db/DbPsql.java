package org.minsheng.cli.db;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.minsheng.base.Problem;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.db.ConnectionSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code minsheng db psql}: psql on the database that the settings name; the password never stands in its command. */
@Command(name = "psql")
final class DbPsql implements Verb {
    /** What psql ends with when the connection is lost. */
    private static final int PSQL_CONNECTION_LOST = 2;

    @Parameters(paramLabel = "ARGS", arity = "0..*")
    private List<String> arguments = new ArrayList<>();

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        ConnectionSettings settings = invocation.databaseOfAnySchema().settings();
        List<String> command = new ArrayList<>();
        command.add(psql(invocation, settings).toString());
        command.addAll(arguments);
        ProcessBuilder psql = new ProcessBuilder(command).inheritIO();
        surround(psql.environment(), settings);
        Process process = psql.start();
        try {
            return switch (process.waitFor()) {
                case 0 -> ExitStatus.OK;
                case PSQL_CONNECTION_LOST -> ExitStatus.UNAVAILABLE;
                default -> ExitStatus.FAILED;
            };
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            return ExitStatus.INTERRUPTED;
        }
    }

    /** What psql would take from elsewhere is replaced, so that it goes where our commands go. */
    private static void surround(Map<String, String> environment, ConnectionSettings settings) {
        environment.keySet().removeIf(name -> name.equals("PGSERVICE") || name.equals("PGHOSTADDR"));
        environment.put("PGHOST", settings.host());
        environment.put("PGPORT", Integer.toString(settings.port()));
        environment.put("PGDATABASE", settings.database());
        environment.put("PGUSER", settings.user());
        environment.put("PGTZ", "Asia/Shanghai");
        if (settings.password() != null) {
            environment.put("PGPASSWORD", settings.password());
        }
        if (settings.sslMode() != null) {
            environment.put("PGSSLMODE", settings.sslMode());
        }
    }

    private static Path psql(Invocation invocation, ConnectionSettings settings) {
        String path = invocation.settings().variable("PATH").orElse("");
        Optional<Path> found = Pattern.compile(":")
                .splitAsStream(path)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, "psql"))
                .filter(Files::isExecutable)
                .findFirst();
        return found.orElseThrow(() -> Problem.of(CliProblem.PSQL_MISSING)
                .with("host", settings.host())
                .with("port", settings.port())
                .with("database", settings.database())
                .with("user", settings.user())
                .asException());
    }
}
