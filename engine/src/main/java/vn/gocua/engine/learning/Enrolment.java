package vn.gocua.engine.learning;

import java.time.Instant;

/**
 * A seat in a class, taken or cancelled.
 *
 * @param seat 1 … the number of seats; a cancelled one may be taken again
 * @param code on the slip, such as LH-4821
 * @param contact the vault's ref
 * @param erased whether the contact is gone
 */
record Enrolment(
    String id,
    int seat,
    String code,
    String contact,
    String secretHash,
    Instant at,
    boolean givenBack,
    boolean erased) {

  Enrolment returned() {
    return new Enrolment(id, seat, code, contact, secretHash, at, true, true);
  }

  Enrolment forgotten() {
    return new Enrolment(id, seat, code, contact, secretHash, at, givenBack, true);
  }
}
