package vn.gocua.engine.vault;

import java.time.Instant;

/**
 * The fact that personal data was read. It names the matter, never the person.
 *
 * @param about the matter, such as {@code help-request/HV-4821}
 * @param by the phone's or account's id
 * @param purpose code of the reason
 */
public record DataAccess(String about, String by, String purpose, Instant at) {}
