package org.minsheng.cli.doctor;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Settings;

/** Java, the locale, the terminal, the fonts. */
final class MachineChecks {
    private static final String UTF_8 = "UTF-8";
    private static final long MEMORY_BYTES_MIN = 500_000_000;

    private final Settings settings;
    private final boolean terminal;
    private final Findings findings;

    MachineChecks(Invocation invocation, Findings findings) {
        this.settings = invocation.settings();
        this.terminal = invocation.session().terminals().out();
        this.findings = findings;
    }

    void run() {
        java();
        locale();
        terminal();
        fonts();
    }

    private void java() {
        String version = System.getProperty("java.version");
        String folder = System.getProperty("java.home");
        long memory = Runtime.getRuntime().maxMemory();
        if (memory < MEMORY_BYTES_MIN) {
            findings.warn("java", "doctor.java.memory", "version", version, "megabytes", memory / 1_000_000);
        } else {
            findings.ok("java", "doctor.java.ok", "version", version, "folder", folder);
        }
    }

    /** The locale that the C library takes; without a UTF-8 one, file names with Chinese cannot be read. */
    private void locale() {
        String locale = localeName().orElse("C");
        String ofNames = System.getProperty("sun.jnu.encoding", UTF_8);
        if (!isUtf8(locale)) {
            findings.wrong("locale", "doctor.locale.not-utf8", "locale", locale);
        } else if (!ofNames.equalsIgnoreCase(UTF_8)) {
            findings.wrong("locale", "doctor.locale.not-installed", "locale", locale, "encoding", ofNames);
        } else {
            findings.ok("locale", "doctor.locale.ok", "locale", locale);
        }
    }

    private void terminal() {
        String type = settings.variable("TERM").orElse("");
        if (!terminal) {
            findings.ok("terminal", "doctor.terminal.none");
        } else if (!isUtf8(localeName().orElse("C"))) {
            findings.wrong(
                    "terminal",
                    "doctor.terminal.not-utf8",
                    "locale",
                    localeName().orElse("C"));
        } else if (type.equals("linux")) {
            findings.warn("terminal", "doctor.terminal.console");
        } else {
            findings.ok("terminal", "doctor.terminal.ok", "type", type);
        }
    }

    private void fonts() {
        List<Path> folders = List.of(
                Path.of("/usr/share/fonts"),
                Path.of("/usr/local/share/fonts"),
                settings.userHome().resolve(".fonts"),
                settings.userHome().resolve(".local/share/fonts"));
        Optional<Path> font = ChineseFonts.find(folders);
        if (font.isPresent()) {
            findings.ok("fonts", "doctor.fonts.ok", "file", font.get());
        } else {
            findings.warn("fonts", "doctor.fonts.none");
        }
    }

    private Optional<String> localeName() {
        return settings.variable("LC_ALL")
                .or(() -> settings.variable("LC_CTYPE"))
                .or(() -> settings.variable("LANG"));
    }

    private static boolean isUtf8(String locale) {
        String folded = locale.toUpperCase(Locale.ROOT).replace("-", "");
        return folded.endsWith(".UTF8") || folded.contains(".UTF8@");
    }
}
