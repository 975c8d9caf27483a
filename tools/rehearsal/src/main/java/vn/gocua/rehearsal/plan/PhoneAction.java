package vn.gocua.rehearsal.plan;

import java.time.Instant;

/** An action on a phone, with or without a network. */
public sealed interface PhoneAction {

  /** Time of the action, on the campaign's true clock. */
  Instant at();

  /** Enters a visit. */
  record Enter(Instant at, Visit visit) implements PhoneAction {}

  /** Enters a visit that an unsteady app queues twice, under one id. */
  record EnterTwice(Instant at, Visit visit) implements PhoneAction {}

  /** Enters something that no engine may take. */
  record EnterWrong(Instant at, Visit visit, InputError error) implements PhoneAction {}

  /** Sends an entry's id again with other content. */
  record Contradict(Instant at, Visit altered) implements PhoneAction {}

  /** Enters a visit again as it should have been; the entry it replaces stops counting. */
  record Correct(Instant at, Visit correction) implements PhoneAction {}

  /** Voids an entry, for one of the API's reasons. */
  record Withdraw(Instant at, Visit visit, String reason) implements PhoneAction {}
}
