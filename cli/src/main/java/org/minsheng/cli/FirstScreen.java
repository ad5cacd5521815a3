package org.minsheng.cli;

import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.minsheng.cli.command.ExitStatus;
import org.minsheng.cli.command.HelpPage;
import org.minsheng.cli.command.Invocation;
import org.minsheng.cli.command.Verb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code minsheng} alone: what it is, its groups, three first commands. It is also the help of the program. */
@Command(name = Minsheng.NAME)
final class FirstScreen implements Verb {
    @Option(names = {"-V", "--version"})
    private boolean version;

    @Override
    public ExitStatus run(Invocation invocation) throws IOException {
        Writer out = invocation.out();
        if (version) {
            out.write(Minsheng.NAME + " " + Minsheng.version() + "\n");
            return ExitStatus.OK;
        }
        print(invocation);
        return ExitStatus.OK;
    }

    static void print(Invocation invocation) throws IOException {
        Writer out = invocation.out();
        out.write(invocation.text("first.what", "version", Minsheng.version()) + "\n\n");
        Map<String, String> groups = new LinkedHashMap<>();
        for (Group group : Group.values()) {
            groups.put(group.word(), invocation.text("group." + group.word()));
        }
        HelpPage.writeAligned(out, groups);
        out.write("\n" + invocation.text("first.commands") + "\n");
        out.write("\n" + invocation.text("help.common") + "\n");
    }
}
