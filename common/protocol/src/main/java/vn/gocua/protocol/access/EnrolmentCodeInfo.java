package vn.gocua.protocol.access;

import java.time.Instant;

/**
 * A code with which phones can enrol.
 *
 * @param url what its QR shows
 */
public record EnrolmentCodeInfo(String code, String url, Instant expiresAt) {}
