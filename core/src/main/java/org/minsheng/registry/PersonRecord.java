package org.minsheng.registry;

import java.time.LocalDate;
import java.util.List;
import org.minsheng.base.Masked;

/**
 * What the registry knows of one person.
 *
 * @param person the living record
 * @param formerNumbers numbers that lead here too
 * @param enrolments insured spells by scheme and beginning
 * @param employments by beginning
 */
public record PersonRecord(
        Person person, List<FormerNumber> formerNumbers, List<Enrolment> enrolments, List<Employment> employments) {
    public PersonRecord {
        formerNumbers = List.copyOf(formerNumbers);
        enrolments = List.copyOf(enrolments);
        employments = List.copyOf(employments);
    }

    /**
     * A number that the person had before.
     *
     * @param reason {@code merged}, {@code corrected} or {@code upgraded}
     * @param runId the run that retired it
     */
    public record FormerNumber(Masked residentId, String reason, long runId) {}

    /**
     * An insured spell (参保).
     *
     * @param scheme {@code insutype}
     * @param personType {@code psn_type}
     * @param to null while it lasts
     */
    public record Enrolment(String scheme, String personType, LocalDate from, LocalDate to) {}

    /**
     * An employment (用工).
     *
     * @param creditCode the employer's credit code
     * @param company the employer's name
     * @param occupationCode null when not stated
     * @param to null while it lasts
     */
    public record Employment(String creditCode, String company, String occupationCode, LocalDate from, LocalDate to) {}
}
