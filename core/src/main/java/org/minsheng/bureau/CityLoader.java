package org.minsheng.bureau;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;
import org.minsheng.bureau.city.CityManifest;
import org.minsheng.bureau.city.CityProblem;
import org.minsheng.claim.CatalogueFile;
import org.minsheng.claim.ClaimFiles;
import org.minsheng.db.Database;
import org.minsheng.db.Locks;
import org.minsheng.ledger.AccountFile;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadProblem;
import org.minsheng.load.LoadReport;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.RejectWording;
import org.minsheng.load.Source;
import org.minsheng.registry.CompanyFile;
import org.minsheng.registry.EmploymentFile;
import org.minsheng.registry.EnrolmentFile;
import org.minsheng.registry.InstitutionFile;
import org.minsheng.registry.PersonFile;
import org.minsheng.run.Progress;

/**
 * Loads the files of a demonstration city in their order, each by the one bulk loader. A file that was loaded before and
 * not undone is left alone, whatever was imported since: so an interrupted load is simply begun again.
 */
public final class CityLoader {
    /** The job at whose door a second load waits. */
    static final String JOB = "demo load";

    private static final String NAME = "青岛 demonstration";
    private static final int LAST_DAY_OF_DECEMBER = 31;

    /** Files that stand alone, in their order: what is referred to comes before what refers to it. */
    private static final Map<String, FileKind> FILES = new LinkedHashMap<>();

    static {
        FILES.put("institutions.csv", InstitutionFile.KIND);
        FILES.put("companies.csv", CompanyFile.KIND);
        FILES.put("catalogue.csv", CatalogueFile.KIND);
        FILES.put("persons.csv", PersonFile.KIND);
        FILES.put("employments.csv", EmploymentFile.KIND);
        FILES.put("enrolments.csv", EnrolmentFile.KIND);
        FILES.put("accounts.csv", AccountFile.KIND);
    }

    private final Handle handle;
    private final BulkLoader loader;
    private final BooleanSupplier stopRequested;

    /**
     * @param database its connection is in no transaction
     * @param wording the reasons in the files of rejects
     */
    public CityLoader(Database database, Progress progress, RejectWording wording) {
        this(database.handle(), new BulkLoader(database, progress, wording), () -> false);
    }

    private CityLoader(Handle handle, BulkLoader loader, BooleanSupplier stopRequested) {
        this.handle = handle;
        this.loader = loader;
        this.stopRequested = stopRequested;
    }

    /**
     * The same loader, which stops once it is asked to ({@link CityProblem#INTERRUPTED}): what was loaded stays,
     * the file it is at leaves nothing.
     *
     * @param stop asked from another thread too
     */
    public CityLoader stoppedBy(BooleanSupplier stop) {
        return new CityLoader(handle, loader.stoppedBy(stop), stop);
    }

    /**
     * What became of a city.
     *
     * @param manifest what its folder promised
     * @param preparation what the installation was given before the first file
     * @param files in the order in which they were loaded
     */
    public record Report(CityManifest manifest, Demonstration.Preparation preparation, List<Loaded> files) {
        public Report {
            files = List.copyOf(files);
        }

        /** Rows that were rejected by this call. */
        public long rejectedNow() {
            return files.stream()
                    .filter(file -> !file.before())
                    .mapToLong(Loaded::rejected)
                    .sum();
        }

        /** Rows of all files that are rejected, whenever they were. */
        public long rejected() {
            return files.stream().mapToLong(Loaded::rejected).sum();
        }

        /** Rows of all files, whenever they were read. */
        public long read() {
            return files.stream().mapToLong(Loaded::read).sum();
        }
    }

    /**
     * What became of one file.
     *
     * @param name its name in the folder of the city
     * @param runId the run that loaded it
     * @param before whether that was an earlier run, so that nothing was left to do now
     * @param rejects the file of its rejects; null when there are none, or it is gone
     */
    public record Loaded(
            String name,
            long runId,
            boolean before,
            long read,
            long inserted,
            long changed,
            long unchanged,
            long rejected,
            Path rejects) {}

    /**
     * Makes the database a demonstration when it is new, and loads a city. The business date that is opened, when none
     * is, is the last day of the city's year.
     *
     * @param folder of the nine files and their manifest
     * @param rejects folder of the files of rejects
     * @throws org.minsheng.base.ProblemException {@code installation.mismatch} when the database is production,
     *     {@code db.job-running} when another city is being loaded, {@link CityProblem#INTERRUPTED}, and the
     *     problems of {@link BulkLoader}
     */
    public Report load(Path folder, Path rejects) {
        CityManifest manifest = CityManifest.read(folder);
        try (Locks.Held door = Locks.door(handle, JOB)) {
            LocalDate yearEnd = LocalDate.of(manifest.plan().year(), Month.DECEMBER, LAST_DAY_OF_DECEMBER);
            Demonstration.Preparation preparation = new Demonstration(handle).prepare(NAME, yearEnd);
            List<Loaded> loaded = new ArrayList<>();
            try {
                loadFiles(folder, rejects, preparation.businessDate(), loaded);
            } catch (ProblemException stopped) {
                if (stopped.problem().code() == LoadProblem.INTERRUPTED) {
                    throw interrupted(loaded, stopped);
                }
                throw stopped;
            }
            return new Report(manifest, preparation, loaded);
        }
    }

    private static ProblemException interrupted(List<Loaded> loaded, ProblemException cause) {
        return Problem.of(CityProblem.INTERRUPTED)
                .with("loaded", loaded.size())
                .with(
                        "files",
                        loaded.isEmpty()
                                ? "–"
                                : loaded.stream().map(Loaded::name).collect(Collectors.joining(", ")))
                .asException(cause);
    }

    private void loadFiles(Path folder, Path rejects, LocalDate businessDate, List<Loaded> loaded) {
        for (Map.Entry<String, FileKind> file : FILES.entrySet()) {
            try (Source source = open(folder, file.getKey())) {
                loaded.addAll(load(LoadRequest.of(LoadFile.of(file.getValue(), source))
                        .rejectsIn(rejects)
                        .on(businessDate)));
            }
        }
        // Lines are priced while they are read: their kind holds the catalogue that was loaded just now.
        ClaimFiles kinds = ClaimFiles.read(handle);
        try (Source claims = open(folder, "claims.csv");
                Source lines = open(folder, "claim-lines.csv")) {
            loaded.addAll(load(LoadRequest.of(LoadFile.of(kinds.claims(), claims), LoadFile.of(kinds.lines(), lines))
                    .rejectsIn(rejects)
                    .on(businessDate)));
        }
    }

    private Source open(Path folder, String file) {
        if (stopRequested.getAsBoolean()) {
            throw Problem.of(LoadProblem.INTERRUPTED).asException();
        }
        return Source.open(folder.resolve(file).toString(), null, Source.Wishes.NONE);
    }

    private List<Loaded> load(LoadRequest request) {
        List<Loaded> before = before(request);
        if (before.size() == request.files().size()) {
            return before;
        }
        LoadReport report = loader.load(request);
        return report.files().stream().map(file -> loaded(report, file)).toList();
    }

    private static Loaded loaded(LoadReport report, LoadReport.OfFile file) {
        return new Loaded(
                nameOf(file.name()),
                report.runId(),
                false,
                file.read(),
                file.inserted(),
                file.changed(),
                file.unchanged(),
                file.rejected(),
                file.rejects());
    }

    /** The files of a request that an earlier load applied and nobody has undone. */
    private List<Loaded> before(LoadRequest request) {
        List<Loaded> known = new ArrayList<>();
        for (LoadFile file : request.files()) {
            before(request, file).ifPresent(known::add);
        }
        return known;
    }

    private Optional<Loaded> before(LoadRequest request, LoadFile file) {
        return handle.createQuery("""
                        SELECT load.run_id, rows_read, inserted, changed, unchanged, rejected
                        FROM load.load JOIN run.run USING (run_id)
                        WHERE load.kind = :kind AND load.file_sha256 = :sha256 AND run.state = 'done'
                        ORDER BY load.run_id LIMIT 1""")
                .bind("kind", file.kind().name())
                .bind("sha256", file.source().sha256())
                .map((row, context) -> {
                    long runId = row.getLong("run_id");
                    Path rejects = request.rejectsFile(file, runId);
                    return new Loaded(
                            nameOf(file.source().name()),
                            runId,
                            true,
                            row.getLong("rows_read"),
                            row.getLong("inserted"),
                            row.getLong("changed"),
                            row.getLong("unchanged"),
                            row.getLong("rejected"),
                            Files.exists(rejects) ? rejects : null);
                })
                .findOne();
    }

    private static String nameOf(String path) {
        return Path.of(path).getFileName().toString();
    }
}
