package org.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A terminal session in a file: what is typed, and what must come out.
 *
 * <pre>
 * # Comments and empty lines between commands are left out.
 * database                          ← needs one, migrated and empty
 * $ minsheng id check 123 &lt; DIR/numbers.txt
 * expected line of stdout; … stands for anything in a line, a line of … alone for any lines
 * ! expected line of stderr
 * ? 8                               ← the exit status, when it is not 0
 * -- numbers.txt --
 * the text of DIR/numbers.txt, up to the next such line
 * </pre>
 *
 * <p>{@code DIR} is a fresh folder. Once a command says nothing of a stream, that stream must be empty.
 *
 * @param name of the file
 * @param needsDatabase whether it says {@code database}
 * @param steps its commands in order
 * @param files texts by name
 */
record Scenario(String name, boolean needsDatabase, List<Step> steps, Map<String, String> files) {
    private static final String PROMPT = "$ minsheng";
    private static final String ANYTHING = "…";

    /** One command and what must come of it. */
    record Step(int line, String command, List<String> out, List<String> err, int exit) {}

    static Scenario read(Path file) throws IOException {
        boolean needsDatabase = false;
        List<Step> steps = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        String fileName = null;
        List<String> block = new ArrayList<>();
        int number = 0;
        int blockStart = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            boolean startsFile = line.startsWith("-- ") && line.endsWith(" --");
            if (fileName != null && !startsFile) {
                files.merge(fileName, line + "\n", String::concat);
            } else if (startsFile || line.startsWith(PROMPT)) {
                addStep(steps, blockStart, block);
                block.clear();
                blockStart = number;
                if (startsFile) {
                    fileName = line.substring(3, line.length() - 3);
                    files.put(fileName, "");
                } else {
                    block.add(line);
                }
            } else if (line.equals("database") && steps.isEmpty() && block.isEmpty()) {
                needsDatabase = true;
            } else if (!block.isEmpty()) {
                block.add(line);
            }
        }
        addStep(steps, blockStart, block);
        return new Scenario(file.getFileName().toString(), needsDatabase, steps, files);
    }

    private static void addStep(List<Step> steps, int line, List<String> block) {
        if (block.isEmpty()) {
            return;
        }
        List<String> out = new ArrayList<>();
        List<String> err = new ArrayList<>();
        int exit = 0;
        for (String expected : block.subList(1, block.size())) {
            if (expected.startsWith("! ")) {
                err.add(expected.substring(2));
            } else if (expected.startsWith("? ")) {
                exit = Integer.parseInt(expected.substring(2).strip());
            } else if (!expected.startsWith("# ")) {
                out.add(expected);
            }
        }
        while (!out.isEmpty() && out.get(out.size() - 1).isBlank()) {
            out.remove(out.size() - 1);
        }
        steps.add(new Step(line, block.get(0).substring(PROMPT.length()).strip(), out, err, exit));
    }

    /** Plays it; every command runs once. */
    void play(CliHarness harness, Path folder) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        for (Step step : steps) {
            play(step, harness, folder);
        }
    }

    private void play(Step step, CliHarness harness, Path folder) throws IOException {
        List<String> words = new ArrayList<>();
        String input = "";
        Path output = null;
        List<String> typed = ShellWords.of(step.command().replace("DIR", folder.toString()));
        for (int i = 0; i < typed.size(); i++) {
            switch (typed.get(i)) {
                case "<" -> input = Files.readString(Path.of(typed.get(++i)));
                case ">" -> output = Path.of(typed.get(++i));
                default -> words.add(typed.get(i));
            }
        }
        CliResult result = harness.input(input).runOnce(words.toArray(new String[0]));
        if (output != null) {
            Files.writeString(output, result.out());
        }
        String place = name + ":" + step.line() + ": minsheng " + step.command();
        String out = output == null ? result.out() : "";
        if (result.exit() != step.exit()
                || !agrees(step.out(), out.replace(folder.toString(), "DIR"))
                || !agrees(step.err(), result.err().replace(folder.toString(), "DIR"))) {
            throw new AssertionError(place + "\nexit " + result.exit() + ", expected " + step.exit() + "\nstdout:\n"
                    + result.out() + "stderr:\n" + result.err());
        }
    }

    private static boolean agrees(List<String> expected, String actual) {
        return agrees(expected, actual.lines().toList());
    }

    private static boolean agrees(List<String> expected, List<String> actual) {
        if (expected.isEmpty()) {
            return actual.isEmpty();
        }
        String first = expected.get(0);
        List<String> rest = expected.subList(1, expected.size());
        if (first.equals(ANYTHING)) {
            for (int skipped = 0; skipped <= actual.size(); skipped++) {
                if (agrees(rest, actual.subList(skipped, actual.size()))) {
                    return true;
                }
            }
            return false;
        }
        return !actual.isEmpty() && lineAgrees(first, actual.get(0)) && agrees(rest, actual.subList(1, actual.size()));
    }

    private static boolean lineAgrees(String expected, String actual) {
        int from = 0;
        String[] parts = expected.split(ANYTHING, -1);
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            int found = last && i > 0 ? actual.length() - parts[i].length() : actual.indexOf(parts[i], from);
            if (found < from || (i == 0 && found > 0) || !actual.startsWith(parts[i], found)) {
                return false;
            }
            from = found + parts[i].length();
        }
        return from == actual.length();
    }

    @Override
    public String toString() {
        return name;
    }
}
