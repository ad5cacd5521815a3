package org.minsheng.cli.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.minsheng.cli.CliHarness;
import org.minsheng.cli.CliResult;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.db.ConnectionSettings;
import org.minsheng.db.Database;
import org.minsheng.db.TestDatabase;
import org.minsheng.db.TestPostgres;

/** What can fail around a load: one clear error, and nothing half. */
@Tag("database")
@Timeout(value = 180, unit = TimeUnit.SECONDS)
class ImportFailuresTest {
    private static final String HEADER = "credit_code,name,division_code\n";
    private static final String COMPANIES = HEADER + "91350100M000100Y43,某公司,370202\n91110000600037342L,另一公司,370202\n";

    @RegisterExtension
    static final TestDatabase database = TestDatabase.migrated();

    @TempDir
    private Path folder;

    private Path companies;
    private long runs;

    @BeforeEach
    void writeAFile() throws IOException {
        companies = Files.writeString(folder.resolve("companies.csv"), COMPANIES);
        runs = count("SELECT count(*) FROM run.run");
    }

    @AfterEach
    void nothingIsHalf() throws IOException {
        assertThat(count("SELECT count(*) FROM registry.company")).isZero();
        assertThat(count("SELECT count(*) FROM run.run")).isEqualTo(runs);
        assertThat(count("SELECT count(*) FROM load.reject")).isZero();
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .noneMatch(name -> name.contains("reject") || name.startsWith("company-"));
        }
    }

    private static long count(String query) {
        return database.handle().createQuery(query).mapTo(Long.class).one();
    }

    private CliResult load(String... words) {
        return CliHarness.script().database(database.settings()).runOnce(words);
    }

    private CliResult loadCompanies() {
        return load(
                "company",
                "import",
                companies.toString(),
                "--rejects",
                folder.resolve("rejects.csv").toString());
    }

    private static Database superuser() {
        ConnectionSettings settings = TestPostgres.shared().server().superuser();
        return new Database(settings.withDatabase(database.settings().database()));
    }

    @Test
    void onAReadOnlyDatabase() {
        String name = database.settings().database();
        try (Database superuser = superuser()) {
            superuser.handle().execute("ALTER DATABASE " + name + " SET default_transaction_read_only = on");
            loadCompanies()
                    .exits(ExitStatus.CONFLICT)
                    .printsNothing()
                    .saysSomeOf("error: The database takes no writes")
                    .saysSomeOf("hint: ");
            superuser.handle().execute("SET default_transaction_read_only = off");
            superuser.handle().execute("ALTER DATABASE " + name + " RESET default_transaction_read_only");
        }
    }

    /** Runs a load up to the statement that needs the table, then does something, then lets the table go. */
    private CliResult whileItWaitsForTheTable(Runnable meanwhile) {
        try (Database other = new Database(database.settings())) {
            other.handle().begin();
            other.handle().execute("LOCK TABLE registry.company IN ACCESS EXCLUSIVE MODE");
            CompletableFuture<CliResult> load = CompletableFuture.supplyAsync(this::loadCompanies);
            String waiting =
                    "SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'registry.company'::regclass";
            while (count(waiting) == 0) {
                assertThat(load.isDone()).isFalse();
            }
            meanwhile.run();
            other.handle().rollback();
            return load.join();
        }
    }

    @Test
    void whenTheConnectionIsLostInTheMiddle() {
        whileItWaitsForTheTable(() -> {
                    try (Database superuser = superuser()) {
                        superuser
                                .handle()
                                .execute("SELECT pg_terminate_backend(pid, 5000) FROM pg_locks"
                                        + " WHERE NOT granted AND relation = 'registry.company'::regclass");
                    }
                })
                .exits(ExitStatus.UNAVAILABLE)
                .printsNothing()
                .saysSomeOf("error: The connection to the database was lost");
    }

    @Test
    void whenTheFileChangesWhileItIsRead() {
        whileItWaitsForTheTable(() -> write(COMPANIES.replace("另一公司", "第三公司")))
                .exits(ExitStatus.FAILED)
                .printsNothing()
                .saysSomeOf("error: The file " + companies + " changed while it was read.")
                .saysSomeOf("nothing was written");
    }

    private void write(String content) {
        try {
            Files.writeString(companies, content);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
    }

    @Test
    void onAFullDisk() throws IOException, InterruptedException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                succeeds("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", disk.toString()),
                "only root may make a very small disk");
        try (Database superuser = superuser()) {
            Path data = Path.of(superuser
                    .handle()
                    .createQuery("SHOW data_directory")
                    .mapTo(String.class)
                    .one());
            Files.setOwner(disk, Files.getOwner(data));
            letTheServerIn(disk);
            superuser.handle().execute("CREATE TABLESPACE tiny LOCATION '" + disk + "'");
            superuser.handle().execute("GRANT CREATE ON TABLESPACE tiny TO PUBLIC");
            String name = database.settings().database();
            superuser.handle().execute("ALTER DATABASE " + name + " SET temp_tablespaces = tiny");
            writeManyRows();
            loadCompanies()
                    .exits(ExitStatus.FAILED)
                    .printsNothing()
                    .saysSomeOf("error: The disk of the database server is full");
            superuser.handle().execute("ALTER DATABASE " + name + " RESET temp_tablespaces");
            superuser.handle().execute("DROP TABLESPACE tiny");
        } finally {
            succeeds("umount", "--lazy", disk.toString());
        }
    }

    /** The folders of a test are its owner's alone; the server has another user. */
    private void letTheServerIn(Path disk) throws IOException {
        for (Path path = disk.getParent(); path.startsWith(folder); path = path.getParent()) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }

    private void writeManyRows() {
        StringBuilder rows = new StringBuilder(HEADER);
        for (int row = 0; row < 100_000; row++) {
            rows.append("91350100M000100Y43,")
                    .append("某公司".repeat(10))
                    .append(row)
                    .append(",370202\n");
        }
        write(rows.toString());
    }

    @CanIgnoreReturnValue
    private static boolean succeeds(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    @Test
    void ofAFileThatIsNone() throws IOException {
        load("company", "import", folder.toString())
                .exits(ExitStatus.USAGE)
                .saysSomeOf(folder + " is a folder, not a file.");
        load("company", "import", folder.resolve("none").toString()).exits(ExitStatus.NOT_FOUND);
        for (String empty : List.of("", "\n", "\uFEFF", "\uFEFF\n\n")) {
            write(empty);
            loadCompanies().exits(ExitStatus.USAGE).saysSomeOf("error: The file " + companies + " is empty.");
        }
        write(HEADER);
        runs++;
        loadCompanies().exits(ExitStatus.OK).printsNothing().saysNothing();
    }

    @Test
    void ofAFileThatMayNotBeRead() throws IOException {
        Files.setPosixFilePermissions(companies, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(companies), "root may read everything");
        loadCompanies()
                .exits(ExitStatus.FAILED)
                .saysSomeOf("error: The file " + companies + " cannot be read or written:")
                .saysSomeOf("hint: check its rights");
    }

    @Test
    void ofAPlaceOfRejectsWhereNoneCanBe() throws IOException {
        Path occupied = Files.writeString(folder.resolve("occupied"), "");
        load(
                        "company",
                        "import",
                        companies.toString(),
                        "--rejects",
                        occupied.resolve("below/companies.csv").toString())
                .exits(ExitStatus.USAGE)
                .says(
                        "error: " + occupied + " is a file, not a folder: rejects cannot be written there.",
                        "hint: name another place with --rejects");
        load("company", "import", companies.toString(), "--rejects", folder.toString())
                .exits(ExitStatus.USAGE)
                .saysSomeOf("error: " + folder + " is a folder, not a file.");
    }
}
