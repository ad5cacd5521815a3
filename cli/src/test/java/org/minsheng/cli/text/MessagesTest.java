package org.minsheng.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minsheng.base.ProblemCode;
import org.minsheng.base.ProblemKind;
import org.minsheng.cli.OwnClasses;
import org.minsheng.cli.command.CliProblem;
import org.minsheng.load.LoadProblem;
import org.minsheng.policy.PolicyProblem;

class MessagesTest {
    /** Told as the reasons of another problem, which says how to mend it. */
    private static final Set<ProblemCode> WITHIN_ANOTHER =
            Set.of(LoadProblem.HEADER_UNKNOWN, LoadProblem.HEADER_DOUBLED, LoadProblem.HEADER_MISSING);

    private static final Path FILES = Path.of("src/main/resources/org/minsheng/cli/messages");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[a-z_]+}");

    @Test
    void fillsFactsAndLeavesOtherBracesAlone() {
        assertThat(Messages.fill("{a} and {b} and {c", Map.of("a", "{b}", "b", 2)))
                .isEqualTo("{b} and 2 and {c");
    }

    @Test
    void findsNothingWithoutAText() {
        assertThat(Messages.in(Language.EN).find("no.such-text", Map.of())).isEmpty();
        assertThat(Messages.in(Language.EN).text("no.such-text")).isEqualTo("no.such-text");
    }

    @Test
    void recognisesALanguageByLocale() {
        assertThat(Language.of("zh_CN.UTF-8")).contains(Language.ZH);
        assertThat(Language.of("EN")).contains(Language.EN);
        assertThat(Language.of("zha")).isEmpty();
        assertThat(Language.ofLocale(Map.of("LC_ALL", "", "LANG", "zh_CN.UTF-8")))
                .isEqualTo(Language.ZH);
        assertThat(Language.ofLocale(Map.of("LC_ALL", "C", "LANG", "zh_CN.UTF-8")))
                .isEqualTo(Language.EN);
    }

    @Test
    void saysTheSameInBothLanguages() throws IOException {
        List<String> differences = new ArrayList<>();
        for (String file : fileNames()) {
            Properties english = Messages.ofFile(file, Language.EN);
            Properties chinese = Messages.ofFile(file, Language.ZH);
            TreeSet<String> keys = new TreeSet<>(english.stringPropertyNames());
            keys.addAll(chinese.stringPropertyNames());
            for (String key : keys) {
                String inEnglish = english.getProperty(key);
                String inChinese = chinese.getProperty(key);
                if (inEnglish == null || inChinese == null) {
                    differences.add(file + ": only one language has " + key);
                } else if (!placeholders(inEnglish).equals(placeholders(inChinese))) {
                    differences.add(file + ": other facts in " + key);
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    @Test
    void saysOneThingInOneWayInAllRooms() {
        List<String> different = new ArrayList<>();
        for (Language language : Language.values()) {
            Properties seen = new Properties();
            for (String room : Messages.ROOMS) {
                Properties texts = Messages.ofFile(room, language);
                for (String key : texts.stringPropertyNames()) {
                    Object other = seen.putIfAbsent(key, texts.getProperty(key));
                    if (other != null && !other.equals(texts.getProperty(key))) {
                        different.add(room + "_" + language.tag() + ": " + key);
                    }
                }
            }
        }
        assertThat(different).isEmpty();
    }

    @Test
    void writesEachKeyOnceInAFile() throws IOException {
        List<String> doubled = new ArrayList<>();
        for (String file : fileNames()) {
            for (Language language : Language.values()) {
                TreeSet<String> seen = new TreeSet<>();
                keysAsWritten(file, language).stream()
                        .filter(key -> !seen.add(key))
                        .forEach(key -> doubled.add(file + "_" + language.tag() + ": " + key));
            }
        }
        assertThat(doubled).isEmpty();
    }

    @Test
    void belongsToAKnownRoom() throws IOException {
        assertThat(fileNames().stream().filter(name -> !name.startsWith("help_")))
                .isSubsetOf(Messages.ROOMS);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void tellsEveryProblemAndHowToMendIt(Language language) {
        Messages messages = Messages.in(language);
        List<String> missing = new ArrayList<>();
        for (ProblemCode code : problemCodes()) {
            for (String key : keys(code)) {
                if (messages.find(key, Map.of()).isEmpty()) {
                    missing.add(key);
                }
            }
        }
        assertThat(missing).as("texts that %s lacks", language.tag()).isEmpty();
    }

    @Test
    void givesEveryProblemACodeOfItsOwn() {
        assertThat(problemCodes()).extracting(ProblemCode::code).doesNotHaveDuplicates();
        assertThat(problemCodes()).extracting(ProblemCode::code).allMatch(code -> code.matches("[a-z-]+\\.[a-z-]+"));
    }

    /** Whatever ends a command or rejects a row says what to do; what a check prints says it in itself. */
    private static List<String> keys(ProblemCode code) {
        boolean printed =
                code.kind() == ProblemKind.FINDING && (code instanceof PolicyProblem || code instanceof CliProblem);
        return printed || WITHIN_ANOTHER.contains(code)
                ? List.of(code.code())
                : List.of(code.code(), code.code() + ".mend");
    }

    private static List<ProblemCode> problemCodes() {
        List<ProblemCode> codes = new ArrayList<>();
        for (Class<?> found : OwnClasses.named("Problem")) {
            if (found.isEnum() && ProblemCode.class.isAssignableFrom(found)) {
                for (Object constant : found.getEnumConstants()) {
                    codes.add((ProblemCode) constant);
                }
            }
        }
        assertThat(codes).hasSizeGreaterThan(10);
        return codes;
    }

    private static Set<String> placeholders(String text) {
        TreeSet<String> found = new TreeSet<>();
        for (Matcher matcher = PLACEHOLDER.matcher(text); matcher.find(); ) {
            found.add(matcher.group());
        }
        return found;
    }

    private static List<String> keysAsWritten(String room, Language language) throws IOException {
        String resource = "/org/minsheng/cli/messages/" + room + "_" + language.tag() + ".properties";
        try (InputStream bytes = Messages.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                return List.of();
            }
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.indexOf('=') > 0)
                    .map(line -> line.substring(0, line.indexOf('=')).strip())
                    .toList();
        }
    }

    private static List<String> fileNames() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files.map(file -> file.getFileName().toString())
                    .map(name -> name.replaceFirst("_(en|zh)\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList();
        }
    }
}
