package org.minsheng.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import org.minsheng.cli.command.Session;
import org.minsheng.cli.command.StopSignal;
import org.minsheng.cli.command.Terminals;

/** A standard output that behaves as a pipe whose reader has left. */
final class GoneReader extends OutputStream {
    @Override
    public void write(int b) throws IOException {
        throw new IOException("Broken pipe");
    }

    int run(String... words) {
        PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Session session = new Session(
                InputStream.nullInputStream(),
                this,
                silent,
                Map.of("HOME", "/nonexistent"),
                Terminals.NONE,
                Clock.systemUTC(),
                new StopSignal());
        return Minsheng.run(session, words);
    }
}
