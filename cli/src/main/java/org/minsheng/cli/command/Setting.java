package org.minsheng.cli.command;

import java.util.Objects;
import org.minsheng.base.Problem;
import org.minsheng.base.ProblemException;

/**
 * A setting's value and where it came from.
 *
 * @param environment which setting
 * @param value its text as it was given
 * @param origin how strong it is
 * @param place what to look at to change it: the flag, the variable, the file and its line; empty for a default
 */
public record Setting(Environment environment, String value, Origin origin, String place) {
    /** Where a value came from, strongest first. */
    public enum Origin {
        FLAG("flag"),
        /** A profile that a flag names. */
        PROFILE_OF_FLAG("profile"),
        VARIABLE("variable"),
        /** A profile that a variable names. */
        PROFILE_OF_VARIABLE("profile"),
        /** The profile that the home's file names. */
        PROFILE_OF_FILE("profile"),
        FILE("file"),
        /** A variable of libpq. */
        LIBPQ("variable"),
        DEFAULT("default");

        private final String label;

        Origin(String label) {
            this.label = label;
        }

        /** The word for it in results. */
        public String label() {
            return label;
        }

        boolean isProfile() {
            return this == PROFILE_OF_FLAG || this == PROFILE_OF_VARIABLE || this == PROFILE_OF_FILE;
        }

        /** The origin of what stands in a profile whose name has this origin. */
        Origin ofItsProfile() {
            return switch (this) {
                case FLAG -> PROFILE_OF_FLAG;
                case VARIABLE -> PROFILE_OF_VARIABLE;
                case PROFILE_OF_FLAG, PROFILE_OF_VARIABLE, PROFILE_OF_FILE, FILE, LIBPQ, DEFAULT -> PROFILE_OF_FILE;
            };
        }
    }

    public Setting {
        Objects.requireNonNull(environment);
        Objects.requireNonNull(value);
        Objects.requireNonNull(origin);
        Objects.requireNonNull(place);
    }

    /** The value as it may be shown: an address that carries a password, though none may, is shown without it. */
    public String shown() {
        return environment == Environment.URL ? DatabaseAddress.shown(value) : value;
    }

    /** That it cannot have this value. */
    ProblemException invalid() {
        return Problem.of(CliProblem.INVALID_SETTING)
                .with("setting", environment.label())
                .with("value", shown())
                .with("place", place)
                .asException();
    }

    /** Whether it counts before another. */
    boolean isStrongerThan(Setting other) {
        return origin.compareTo(other.origin) < 0;
    }
}
