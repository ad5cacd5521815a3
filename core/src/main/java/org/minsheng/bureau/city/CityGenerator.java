package org.minsheng.bureau.city;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.minsheng.base.Problem;
import org.minsheng.run.Progress;

/**
 * Invents a city and writes its files: {@code institutions companies catalogue persons employments enrolments accounts
 * claims claim-lines}, each {@code .csv}, and {@code manifest.json}.
 */
public final class CityGenerator {
    private static final int PROGRESS_STEP = 1_000;

    private final CityPlan plan;

    public CityGenerator(CityPlan plan) {
        this.plan = plan;
    }

    /**
     * Writes the city into a folder, which is made when it is missing; files of the same names are replaced.
     *
     * @return what was written, without the list of bad rows, which {@link CityManifest#read} gives
     * @throws org.minsheng.base.ProblemException {@link CityProblem#UNWRITABLE} when the folder or the disk refuses
     */
    public CityManifest writeTo(Path folder, Progress progress) {
        try {
            Files.createDirectories(folder);
            Files.deleteIfExists(folder.resolve(CityManifest.FILE_NAME));
            return write(folder, progress);
        } catch (IOException failure) {
            throw unwritable(folder, failure);
        } catch (UncheckedIOException failure) {
            throw unwritable(folder, failure.getCause());
        } finally {
            progress.finish();
        }
    }

    private static RuntimeException unwritable(Path folder, IOException cause) {
        return Problem.of(CityProblem.UNWRITABLE)
                .with("folder", folder)
                .with("cause", String.valueOf(cause.getMessage()))
                .asException(cause);
    }

    private CityManifest write(Path folder, Progress progress) throws IOException {
        Year year = new Year(plan.year());
        Places places = new Places();
        Diagnoses diagnoses = new Diagnoses();
        Institutions institutions = new Institutions(plan, year, places);
        Companies companies = new Companies(plan, year, places);
        Catalogue catalogue = new Catalogue(plan);
        Population population = new Population(plan, year, places, diagnoses);
        ResidentNumbers numbers = new ResidentNumbers(plan);
        Visits visits = new Visits(plan, year);

        List<CsvFile> files = new ArrayList<>();
        List<CityManifest.FileEntry> entries = new ArrayList<>();
        TownFiles town = new TownFiles(plan, folder, year);
        end(town.institutions(institutions), files, entries);
        end(town.companies(companies), files, entries);
        end(town.catalogue(catalogue), files, entries);
        try (PeopleFiles people = new PeopleFiles(plan, folder, year, places, companies)) {
            progress.stage("city.people", plan.people());
            for (int i = 0; i < plan.people(); i++) {
                Person person = population.person(i);
                people.write(person, numbers.give(person));
                visits.plan(person);
                tell(progress, i);
            }
            people.finish().forEach(file -> end(file, files, entries));
        }
        numbers.close();
        visits.sort();
        Treatments treatments = new Treatments(year, institutions, diagnoses, catalogue);
        try (ClaimFiles claims = new ClaimFiles(plan, folder, population, numbers, treatments)) {
            progress.stage("city.claims", visits.size());
            for (int i = 0; i < visits.size(); i++) {
                claims.write(visits, i);
                tell(progress, i);
            }
            claims.finish(visits).forEach(file -> end(file, files, entries));
        }
        CityManifest.write(folder, plan, entries, files);
        return new CityManifest(plan, entries, List.of());
    }

    private static void tell(Progress progress, int done) {
        if ((done + 1) % PROGRESS_STEP == 0) {
            progress.advance(PROGRESS_STEP);
        }
    }

    private static void end(CsvFile file, List<CsvFile> files, List<CityManifest.FileEntry> entries) {
        entries.add(file.finish());
        files.add(file);
    }
}
