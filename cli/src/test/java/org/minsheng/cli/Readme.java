package org.minsheng.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The README as a terminal session: the commands of its {@code sh} blocks in order, each with the exit status that its
 * comment names ({@code # exit 8}; without one it is 0), and the lines of the {@code text} block behind it, which must
 * stand in what the commands of the block printed.
 *
 * @param blocks in the order of the text
 */
record Readme(List<Block> blocks) {
    private static final String EXIT = "# exit ";

    /**
     * One block.
     *
     * @param line of the file
     * @param commands each with its here-documents
     * @param expected lines that must be printed; {@code …} stands for anything
     */
    record Block(int line, List<Command> commands, List<String> expected) {}

    /** One command and how it must end. */
    record Command(int line, String text, int exit) {}

    static Readme read(Path file) throws IOException {
        List<Block> blocks = new ArrayList<>();
        List<String> lines = Files.readAllLines(file);
        int number = 0;
        while (number < lines.size()) {
            String fence = lines.get(number);
            int end = number + 1;
            if (fence.equals("```sh") || fence.equals("```text")) {
                while (!lines.get(end).equals("```")) {
                    end++;
                }
                List<String> inside = lines.subList(number + 1, end);
                if (fence.equals("```sh")) {
                    blocks.add(new Block(number + 1, commands(number + 2, inside), new ArrayList<>()));
                } else {
                    blocks.get(blocks.size() - 1).expected().addAll(inside);
                }
            }
            number = end;
        }
        return new Readme(blocks);
    }

    private static List<Command> commands(int firstLine, List<String> lines) {
        List<Command> commands = new ArrayList<>();
        int next = 0;
        while (next < lines.size()) {
            int start = next;
            String line = lines.get(next++);
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            int hereDocument = line.indexOf("<<'");
            if (hereDocument >= 0) {
                String mark = line.substring(hereDocument + 3, line.indexOf('\'', hereDocument + 3));
                while (!lines.get(next++).equals(mark)) {
                    // the text of the document goes with the command
                }
            }
            while (next < lines.size() && goesOn(lines.get(next - 1), lines.get(next))) {
                next++;
            }
            String last = hereDocument >= 0 ? line : lines.get(next - 1);
            commands.add(new Command(firstLine + start, String.join("\n", lines.subList(start, next)), exit(last)));
        }
        return commands;
    }

    /** A line that ends with a backslash goes on; a loop does with its indented lines and its {@code done}. */
    private static boolean goesOn(String line, String next) {
        return line.endsWith("\\") || next.startsWith("  ") || next.matches("done\\b.*");
    }

    private static int exit(String line) {
        int at = line.indexOf(EXIT);
        if (at < 0) {
            return 0;
        }
        String number = line.substring(at + EXIT.length()).split("\\D", 2)[0];
        return Integer.parseInt(number);
    }
}
