package org.minsheng.cli.config;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minsheng.cli.command.Environment;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Setting;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code minsheng config show}: every setting with its value and, when asked, where it came from. */
@Command(name = "show")
final class ConfigShow implements Verb {
    @Option(names = "--origin")
    private boolean origin;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        List<Column> columns = new ArrayList<>(List.of(Column.text("setting"), Column.text("value")));
        if (origin) {
            columns.add(Column.text("origin"));
            columns.add(Column.text("place"));
        }
        // What is wrong with a setting ends the command before the first row.
        Map<Environment, Setting> set = new EnumMap<>(Environment.class);
        invocation.settings().all().forEach(setting -> set.put(setting.environment(), setting));
        RowPrinter rows = invocation.rows(columns.toArray(new Column[0]));
        for (Environment environment : Environment.values()) {
            Optional<Setting> setting =
                    Optional.ofNullable(set.get(environment)).or(() -> assumed(invocation, environment));
            List<Object> row = new ArrayList<>();
            row.add(environment.label());
            row.add(setting.map(Setting::shown).orElse(null));
            if (origin) {
                row.add(setting.map(found -> found.origin().label()).orElse(null));
                row.add(setting.map(Setting::place)
                        .filter(place -> !place.isEmpty())
                        .orElse(null));
            }
            rows.row(row.toArray());
        }
        rows.finish();
        return ExitStatus.OK;
    }

    /** What counts when nobody sets it. */
    private static Optional<Setting> assumed(Invocation invocation, Environment environment) {
        String value =
                switch (environment) {
                    case LANGUAGE -> invocation.language().tag();
                    case OUTPUT -> invocation.format().word();
                    case PASSWORD_FILE -> invocation.settings().passwordFile().toString();
                    case SERVICE_FILE -> invocation.settings().serviceFile().toString();
                    case HOME,
                            PROFILE,
                            URL,
                            DATABASE,
                            EXPECT_INSTALLATION,
                            JAVA_OPTIONS,
                            SERVICE,
                            HOST,
                            PORT,
                            DATABASE_NAME,
                            USER,
                            SSL_MODE -> null;
                };
        return Optional.ofNullable(value).map(known -> new Setting(environment, known, Setting.Origin.DEFAULT, ""));
    }
}
