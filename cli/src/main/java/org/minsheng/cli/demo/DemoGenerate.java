package org.minsheng.cli.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.minsheng.bureau.city.CityGenerator;
import org.minsheng.bureau.city.CityManifest;
import org.minsheng.bureau.city.CityPlan;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import org.minsheng.cli.render.Column;
import org.minsheng.cli.render.RowPrinter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code minsheng demo generate}: the files of an invented city, the same for the same seed. */
@Command(name = "generate")
final class DemoGenerate implements Verb {
    private static final double MILLIS_PER_SECOND = 1000;

    @Option(names = "--people", paramLabel = "N", required = true)
    private int people;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "7")
    private long seed;

    @Option(names = "--out", paramLabel = "DIR", required = true)
    private Path folder;

    @Option(names = "--year", paramLabel = "YEAR", defaultValue = "" + CityPlan.DEFAULT_YEAR)
    private int year;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        CityPlan plan = new CityPlan(people, seed, year);
        if (Files.exists(folder.resolve(CityManifest.FILE_NAME))) {
            invocation.confirm("demo.generate.replace", "folder", folder);
        }
        Instant start = invocation.clock().instant();
        CityManifest manifest = new CityGenerator(plan).writeTo(folder, invocation.progress());
        double seconds = Duration.between(start, invocation.clock().instant()).toMillis() / MILLIS_PER_SECOND;
        RowPrinter rows = invocation.rows(
                Column.text("file"),
                Column.count("rows"),
                Column.count("good"),
                Column.count("bad"),
                Column.text("sha256"));
        for (CityManifest.FileEntry file : manifest.files()) {
            rows.row(file.name(), file.rows(), file.good(), file.bad(), file.sha256());
        }
        rows.finish();
        invocation.note(
                "demo.generate.done",
                "people",
                String.format(Locale.ROOT, "%,d", people),
                "seed",
                seed,
                "files",
                manifest.files().size(),
                "megabytes",
                megabytes(manifest),
                "seconds",
                String.format(Locale.ROOT, "%.1f", seconds),
                "folder",
                folder);
        return ExitStatus.OK;
    }

    private long megabytes(CityManifest manifest) throws IOException {
        long bytes = 0;
        for (CityManifest.FileEntry file : manifest.files()) {
            bytes += Files.size(folder.resolve(file.name()));
        }
        return Math.round(bytes / 1e6);
    }
}
