package org.minsheng.registry;

import java.util.Optional;
import org.minsheng.base.IdentifierProblem;
import org.minsheng.base.Masked;
import org.minsheng.base.Problem;
import org.minsheng.base.ResidentId;

/** How people name a person: an identity number, of today or former, or the number of the record. */
public final class PersonReference {
    private static final int ID_DIGITS_MAX = 12;

    private final String residentId;
    private final long personId;

    private PersonReference(String residentId, long personId) {
        this.residentId = residentId;
        this.personId = personId;
    }

    /**
     * Reads a reference; identity numbers as people write them.
     *
     * @throws org.minsheng.base.ProblemException {@code person.not-a-reference} when it is neither
     */
    public static PersonReference of(String text) {
        String normal = ResidentId.normalise(text);
        if (normal.matches("[0-9]{1," + ID_DIGITS_MAX + "}")) {
            return new PersonReference(null, Long.parseLong(normal));
        }
        Optional<IdentifierProblem> trouble = ResidentId.problemOf(normal);
        if (trouble.isPresent()) {
            throw Problem.of(RegistryProblem.PERSON_NOT_A_REFERENCE)
                    .with("value", Masked.of(normal))
                    .with("rule", trouble.get().code())
                    .asException();
        }
        return new PersonReference(ResidentId.ofValid(normal).number(), 0);
    }

    /** The record of this number. */
    public static PersonReference ofId(long personId) {
        return new PersonReference(null, personId);
    }

    /** The identity number, whole; empty for a record's number. */
    Optional<String> residentId() {
        return Optional.ofNullable(residentId);
    }

    /** The record's number when there is no identity number. */
    long personId() {
        return personId;
    }

    /** As people may see it. */
    @Override
    public String toString() {
        return residentId == null
                ? Long.toString(personId)
                : Masked.of(residentId).toString();
    }
}
