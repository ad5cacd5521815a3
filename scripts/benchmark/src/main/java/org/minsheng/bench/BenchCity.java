package org.minsheng.bench;

import java.nio.file.Path;
import org.minsheng.bureau.city.CityPlan;
import org.minsheng.claim.PolicyShelf;
import org.minsheng.claim.ShelvedPack;
import org.minsheng.db.Database;
import org.minsheng.policy.Packs;

/**
 * A generated city and a database that knows its institutions, its catalogue and the demonstration policy, from which
 * each round starts with a copy.
 */
final class BenchCity implements AutoCloseable {
    private static final int PEOPLE_PER_SCALE = 1_000_000;
    private static final long SEED = 7;
    private static final String PACK = "qingdao-demo";

    private final BenchHome home;
    private final Worker worker;
    private final Path files;
    private final Measured generated;
    private final Measured bareGenerated;

    private BenchCity(BenchHome home, Worker worker, Path files, Measured generated, Measured bareGenerated) {
        this.home = home;
        this.worker = worker;
        this.files = files;
        this.generated = generated;
        this.bareGenerated = bareGenerated;
    }

    /** Generates a city of this scale, and lets the bare means write the same bytes. */
    static BenchCity make(BenchHome home, double scale) {
        Worker worker = new Worker(home);
        int people = (int) Math.max(CityPlan.PEOPLE_MIN, Math.round(scale * PEOPLE_PER_SCALE));
        Path files = home.folder("city");
        Path copy = home.folder("copy");
        Measured generated = worker.run(
                Work.GENERATE,
                home.template(),
                files.toString(),
                Integer.toString(people),
                Long.toString(SEED),
                Integer.toString(CityPlan.DEFAULT_YEAR));
        Measured copied = worker.run(Work.COPY_FILES, home.template(), files.toString(), copy.toString());
        BenchHome.delete(copy);
        Measured bareGenerated = new Measured(copied.seconds(), people, copied.peakBytes());
        return new BenchCity(home, worker, files, generated, bareGenerated);
    }

    BenchHome home() {
        return home;
    }

    Worker worker() {
        return worker;
    }

    /** One of its files. */
    String file(String name) {
        return files.resolve(name).toString();
    }

    int year() {
        return CityPlan.DEFAULT_YEAR;
    }

    Measured generated() {
        return generated;
    }

    Measured bareGenerated() {
        return bareGenerated;
    }

    /** A new database with all that must be there before the persons come. */
    void prepare(String database) {
        home.copyDatabase(home.template(), database);
        worker.run(Work.IMPORT, database, "institution", file("institutions.csv"));
        worker.run(Work.IMPORT, database, "catalogue", file("catalogue.csv"));
        try (Database own = home.open(database)) {
            PolicyShelf shelf = new PolicyShelf(own.handle());
            ShelvedPack pack = shelf.importPack(Packs.builtInText(PACK));
            shelf.activate(pack.id(), pack.version());
        }
    }

    @Override
    public void close() {
        BenchHome.delete(files);
    }
}
