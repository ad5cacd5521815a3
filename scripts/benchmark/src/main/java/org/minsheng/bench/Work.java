package org.minsheng.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.minsheng.bureau.city.CityGenerator;
import org.minsheng.bureau.city.CityPlan;
import org.minsheng.claim.CatalogueFile;
import org.minsheng.claim.ClaimFiles;
import org.minsheng.claim.SettleReport;
import org.minsheng.claim.SettleService;
import org.minsheng.db.Database;
import org.minsheng.ledger.AccountFile;
import org.minsheng.load.BulkLoader;
import org.minsheng.load.FileKind;
import org.minsheng.load.LoadFile;
import org.minsheng.load.LoadReport;
import org.minsheng.load.LoadRequest;
import org.minsheng.load.Source;
import org.minsheng.registry.EnrolmentFile;
import org.minsheng.registry.InstitutionFile;
import org.minsheng.registry.PersonFile;
import org.minsheng.run.Progress;

/** What a worker process can do: a service of ours, or the bare means for the same. */
enum Work {
    /** Folder, people, seed, year → people. */
    GENERATE {
        @Override
        long run(Database database, List<String> arguments, Progress progress) {
            int people = Integer.parseInt(arguments.get(1));
            CityPlan plan = new CityPlan(people, Long.parseLong(arguments.get(2)), Integer.parseInt(arguments.get(3)));
            new CityGenerator(plan).writeTo(Path.of(arguments.get(0)), progress);
            return people;
        }
    },
    /** Two folders: writes the bytes of the one into the other → bytes. */
    COPY_FILES {
        @Override
        long run(Database database, List<String> arguments, Progress progress) throws IOException {
            return BareFiles.copy(Path.of(arguments.get(0)), Path.of(arguments.get(1)));
        }
    },
    /** Kind, file → rows that were taken. */
    IMPORT {
        @Override
        long run(Database database, List<String> arguments, Progress progress) {
            try (Source source = Source.open(arguments.get(1), null, Source.Wishes.NONE)) {
                return load(database, progress, LoadFile.of(KINDS.get(arguments.get(0)), source));
            }
        }
    },
    /** File of claims, file of lines → rows that were taken. */
    IMPORT_CLAIMS {
        @Override
        long run(Database database, List<String> arguments, Progress progress) {
            ClaimFiles kinds = ClaimFiles.read(database.handle());
            try (Source claims = Source.open(arguments.get(0), null, Source.Wishes.NONE);
                    Source lines = Source.open(arguments.get(1), null, Source.Wishes.NONE)) {
                return load(database, progress, LoadFile.of(kinds.claims(), claims), LoadFile.of(kinds.lines(), lines));
            }
        }
    },
    /** As of → claims. */
    SETTLE {
        @Override
        long run(Database database, List<String> arguments, Progress progress) {
            SettleReport report =
                    new SettleService(database, progress, () -> false).settle(LocalDate.parse(arguments.get(0)));
            return report.settled() + report.notCovered() + report.held();
        }
    },
    /** Table, file, table, file, … → rows: one COPY each, all in one transaction. */
    COPY_IN {
        @Override
        long run(Database database, List<String> arguments, Progress progress) throws IOException {
            return BareCopy.in(database, arguments);
        }
    },
    /** Table, file, table, file → rows: one COPY each, each on a connection of its own. */
    COPY_IN_BY_TWO {
        @Override
        long run(Database database, List<String> arguments, Progress progress) {
            return BareCopy.inByTwo(database, arguments);
        }
    },
    /** As of → open claims: what settling reads, on two connections. */
    COPY_OUT_BY_TWO {
        @Override
        long run(Database database, List<String> arguments, Progress progress) {
            return BareCopy.outByTwo(database);
        }
    },
    /** → claims of a second that the engine settles without a database. */
    ENGINE {
        @Override
        long run(Database database, List<String> arguments, Progress progress) {
            return EngineAlone.read(database).settled();
        }
    },
    /** → claims of a second with a running deductible as the only rule. */
    ENGINE_BARE {
        @Override
        long run(Database database, List<String> arguments, Progress progress) {
            return EngineAlone.read(database).added();
        }
    };

    private static final Map<String, FileKind> KINDS = Map.of(
            "institution", InstitutionFile.KIND,
            "catalogue", CatalogueFile.KIND,
            "person", PersonFile.KIND,
            "enrolment", EnrolmentFile.KIND,
            "account", AccountFile.KIND);

    /**
     * Does the work.
     *
     * @return how many rows, claims or people it handled
     */
    abstract long run(Database database, List<String> arguments, Progress progress) throws IOException;

    private static long load(Database database, Progress progress, LoadFile... files) {
        LoadReport report = new BulkLoader(
                        database, progress, problem -> problem.code().code())
                .load(LoadRequest.of(files).rejectsIn(Path.of(System.getProperty("java.io.tmpdir"), "rejects")));
        return report.files().stream().mapToLong(LoadReport.OfFile::inserted).sum();
    }
}
