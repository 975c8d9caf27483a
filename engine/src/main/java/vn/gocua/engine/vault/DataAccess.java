package vn.gocua.engine.vault;

import java.time.Instant;

/**
 * The fact that somebody read personal data. It names the matter, never the person.
 *
 * @param about what the data belongs to, such as {@code help-request/HV-4821}
 * @param by the phone's or account's id
 * @param purpose a code: why it was read
 */
public record DataAccess(String about, String by, String purpose, Instant at) {}
