package vn.gocua.protocol.access;

import java.time.Instant;

/**
 * A code with which phones can enrol.
 *
 * @param url content of its QR code
 */
public record EnrolmentCodeInfo(String code, String url, Instant expiresAt) {}
