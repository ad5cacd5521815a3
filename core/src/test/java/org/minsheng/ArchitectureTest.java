package org.minsheng;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Holds the package table of the design: which room may use which. */
class ArchitectureTest {
    private static final String ROOT = "org.minsheng.";

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.minsheng");

    /** A room and the rooms that it may use besides itself. */
    private static final Map<String, List<String>> TABLE = new LinkedHashMap<>();

    static {
        TABLE.put("base", List.of());
        TABLE.put("report", List.of("base"));
        TABLE.put("policy", List.of("base"));
        TABLE.put("db", List.of("base"));
        TABLE.put("run", List.of("base", "db"));
        TABLE.put("load", List.of("base", "db", "run"));
        TABLE.put("registry", List.of("base", "db", "run", "load"));
        TABLE.put("ledger", List.of("base", "db", "run", "load", "registry"));
        TABLE.put("claim", List.of("base", "db", "run", "load", "registry", "policy", "ledger"));
    }

    private static final String[] PURE = {ROOT + "base..", ROOT + "policy..", ROOT + "claim.engine.."};

    @Test
    void keepsEachRoomToThoseItMayUse() {
        TABLE.forEach((room, others) -> {
            List<String> allowed = new ArrayList<>();
            allowed.add(ROOT + room + "..");
            others.forEach(other -> allowed.add(ROOT + other + ".."));
            DescribedPredicate<JavaClass> forbidden = resideInAnyPackage(ROOT.substring(0, ROOT.length() - 1) + "..")
                    .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(new String[0]))));
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + room + "..")
                    .should()
                    .dependOnClassesThat(forbidden)
                    .because(room + " may use only " + others)
                    .allowEmptyShould(true)
                    .check(CORE);
        });
    }

    @Test
    void knowsEveryRoom() {
        List<String> rooms = CORE.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring(ROOT.length()))
                .map(name -> name.contains(".") ? name.substring(0, name.indexOf('.')) : name)
                .distinct()
                .filter(room -> !room.equals("bureau"))
                .toList();

        assertThat(TABLE.keySet()).containsAll(rooms);
    }

    @Test
    void hasNoCycles() {
        slices().matching("org.minsheng.(*)..").should().beFreeOfCycles().check(CORE);
    }

    @Test
    void keepsTheEnginePure() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "claim.engine..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        "java.sql..", "java.io..", "java.nio.file..", "java.net..", "org.jdbi..", "org.postgresql.."))
                .allowEmptyShould(true)
                .check(CORE);
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "org.jdbi..", "org.postgresql.."))
                .check(CORE);
    }

    @Test
    void readsNoClockWhereResultsAreDecided() {
        noClasses()
                .that()
                .resideInAnyPackage(PURE)
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(Clock.class, "systemDefaultZone")
                .check(CORE);
    }

    @Test
    void takesTheBusinessDateFromPeople() {
        noClasses()
                .should()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .because("the business date is never the system clock")
                .check(CORE);
    }

    @Test
    void neverSpeaksToPeopleByItself() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
        NO_CLASSES_SHOULD_USE_JAVA_UTIL_LOGGING.check(CORE);
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("picocli..", "org.jline.."))
                .check(CORE);
        noClasses()
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .check(CORE);
    }

    @Test
    void throwsAndCatchesWhatItMeans() {
        NO_CLASSES_SHOULD_THROW_GENERIC_EXCEPTIONS.check(CORE);
        classes().should(catchNoGenericException()).check(CORE);
    }

    /** {@code catch (Exception)} takes what was not meant; try-with-resources makes handlers of Throwable itself. */
    private static ArchCondition<JavaClass> catchNoGenericException() {
        return new ArchCondition<>("not catch java.lang.Exception") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaCodeUnit unit : item.getCodeUnits()) {
                    boolean generic = unit.getTryCatchBlocks().stream()
                            .flatMap(block -> block.getCaughtThrowables().stream())
                            .anyMatch(caught -> caught.isEquivalentTo(Exception.class));
                    if (generic) {
                        events.add(SimpleConditionEvent.violated(item, unit.getFullName() + " catches Exception"));
                    }
                }
            }
        };
    }
}
