package org.minsheng.cli.command;

import java.util.Objects;

/**
 * A setting's value and where it came from.
 *
 * @param environment which setting
 * @param value its text as it was given
 * @param origin how strong it is
 * @param place what to look at to change it: the flag, the variable, the file; empty for a default
 */
public record Setting(Environment environment, String value, Origin origin, String place) {
    /** Where a value came from, strongest first. */
    public enum Origin {
        FLAG,
        VARIABLE,
        FILE,
        DEFAULT
    }

    public Setting {
        Objects.requireNonNull(environment);
        Objects.requireNonNull(value);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(place);
    }
}
