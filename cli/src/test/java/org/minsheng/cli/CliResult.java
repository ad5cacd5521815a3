package org.minsheng.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.List;
import org.minsheng.cli.command.ExitStatus;

/**
 * How a command ended and what it printed.
 *
 * @param words the words that were run, for messages
 */
public record CliResult(String words, int exit, String out, String err) {
    /** It ended with this status; one that is quiet and well must have said nothing on the standard error. */
    @CanIgnoreReturnValue
    public CliResult exits(ExitStatus status) {
        assertThat(exit)
                .as("exit of: minsheng %s%nstdout:%n%s%nstderr:%n%s", words, out, err)
                .isEqualTo(status.code());
        if (status == ExitStatus.OK && List.of(words.split(" ")).contains("-q")) {
            saysNothing();
        }
        return this;
    }

    /** The standard output is exactly these lines. */
    @CanIgnoreReturnValue
    public CliResult prints(String... lines) {
        assertThat(out).as("stdout of: minsheng %s", words).isEqualTo(text(lines));
        return this;
    }

    /** The standard output contains this. */
    @CanIgnoreReturnValue
    public CliResult printsSomeOf(String part) {
        assertThat(out).as("stdout of: minsheng %s", words).contains(part);
        return this;
    }

    /** Nothing was printed on the standard output. */
    @CanIgnoreReturnValue
    public CliResult printsNothing() {
        return prints();
    }

    /** The standard error is exactly these lines. */
    @CanIgnoreReturnValue
    public CliResult says(String... lines) {
        assertThat(err).as("stderr of: minsheng %s", words).isEqualTo(text(lines));
        return this;
    }

    /** The standard error contains this. */
    @CanIgnoreReturnValue
    public CliResult saysSomeOf(String part) {
        assertThat(err).as("stderr of: minsheng %s", words).contains(part);
        return this;
    }

    /** Nothing was said on the standard error. */
    @CanIgnoreReturnValue
    public CliResult saysNothing() {
        return says();
    }

    private static String text(String... lines) {
        return lines.length == 0 ? "" : String.join("\n", lines) + "\n";
    }
}
