package org.minsheng.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;

/** Holds the rooms of the command line. */
class CliArchitectureTest {
    private static final JavaClasses CLI = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.minsheng.cli");

    @Test
    void hasNoCycles() {
        slices().matching("org.minsheng.cli.(*)..").should().beFreeOfCycles().check(CLI);
        noClasses()
                .that()
                .resideInAPackage("org.minsheng.cli.*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.minsheng.cli")
                .because("the entry point knows the nouns, never the other way round")
                .check(CLI);
    }

    @Test
    void keepsNounsApart() {
        DescribedPredicate<JavaClass> shared = resideInAnyPackage(
                "org.minsheng.cli",
                "org.minsheng.cli.command",
                "org.minsheng.cli.load",
                "org.minsheng.cli.render",
                "org.minsheng.cli.text");
        slices().matching("org.minsheng.cli.(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(DescribedPredicate.alwaysTrue(), shared)
                .check(CLI);
    }

    @Test
    void rendersWithoutKnowingCommandsOrTheParser() {
        noClasses()
                .that()
                .resideInAnyPackage("org.minsheng.cli.render..", "org.minsheng.cli.text..")
                .should()
                .dependOnClassesThat(resideInAnyPackage("picocli..", "org.minsheng.cli.command..", "org.jdbi..")
                        .or(resideInAPackage("org.minsheng..")
                                .and(DescribedPredicate.not(resideInAnyPackage(
                                        "org.minsheng.base..",
                                        "org.minsheng.cli.render..",
                                        "org.minsheng.cli.text..")))))
                .check(CLI);
    }

    @Test
    void writesOnlyToTheStreamsItIsHanded() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLI);
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(Minsheng.class.getName())
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(CLI);
    }

    @Test
    void asksTheCoreInsteadOfTheDatabase() {
        noClasses()
                .should()
                .callMethod(Handle.class, "createQuery", String.class)
                .orShould()
                .callMethod(Handle.class, "createUpdate", String.class)
                .orShould()
                .callMethod(Handle.class, "select", String.class, Object[].class)
                .orShould()
                .callMethod(Handle.class, "execute", String.class, Object[].class)
                .because("statements live in the rooms of the core")
                .check(CLI);
    }

    @Test
    void takesTheBusinessDateFromPeople() {
        noClasses().should().callMethod(LocalDate.class, "now").check(CLI);
    }

    @Test
    void throwsWhatItMeans() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CLI);
    }
}
