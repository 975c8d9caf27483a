package vn.gocua.engine.rights;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import vn.gocua.protocol.refusal.Refusal;
import vn.gocua.protocol.refusal.RequestReason;

/** Permissions. Routes ask for one of these and never for a role. */
public enum Permission {
  CHECK_IN,
  ENTER_CHECK_INS,
  READ_CHECK_INS,
  VOID_CHECK_INS,
  ASK_FOR_HELP,
  HOLD_TICKETS,
  READ_REQUESTS,
  READ_CONTACTS,
  WORK_ON_REQUESTS,
  SUPERVISE_REQUESTS,
  TAKE_SEATS,
  CANCEL_SEATS,
  HOLD_CLASSES,
  PRESENT_SCREENS,
  ACCEPT_SCREENS,
  PUBLISH_NOTICES,
  SHARE_DOCUMENTS,
  CHANGE_TARGETS,
  READ_TRAINING,
  REPORT_TRAINING,
  ACKNOWLEDGE_ALERTS,
  READ_FIGURES,
  READ_REPORTS,
  EXPORT_CHECK_INS,
  RECOUNT,
  READ_AUDIT,
  ERASE_CONTACTS,
  READ_ROSTER,
  CHANGE_ROSTER,
  READ_CLOSING,
  CLOSE_CAMPAIGN,
  ENROL_PHONES,
  MANAGE_ACCOUNTS,
  /** One's own account, also before the first password is changed. */
  OWN_ACCOUNT,
  OWN_SESSION,
  WATCH_ENGINE,
  CONFIRM_CLOCK;

  /** Permissions by holder: a row a role. */
  private static final Map<Holder, Set<Permission>> TABLE = table();

  private enum Holder {
    PHONE,
    KIOSK,
    LEADER,
    ADMIN
  }

  private static Map<Holder, Set<Permission>> table() {
    Set<Permission> leader =
        EnumSet.of(
            ENTER_CHECK_INS,
            READ_CHECK_INS,
            VOID_CHECK_INS,
            READ_REQUESTS,
            READ_CONTACTS,
            SUPERVISE_REQUESTS,
            CANCEL_SEATS,
            HOLD_CLASSES,
            ACCEPT_SCREENS,
            PUBLISH_NOTICES,
            SHARE_DOCUMENTS,
            CHANGE_TARGETS,
            READ_TRAINING,
            ACKNOWLEDGE_ALERTS,
            READ_FIGURES,
            READ_REPORTS,
            EXPORT_CHECK_INS,
            RECOUNT,
            READ_AUDIT,
            ERASE_CONTACTS,
            READ_ROSTER,
            READ_CLOSING,
            ENROL_PHONES,
            OWN_ACCOUNT,
            OWN_SESSION,
            WATCH_ENGINE,
            CONFIRM_CLOCK);
    Set<Permission> admin = EnumSet.copyOf(leader);
    admin.addAll(EnumSet.of(REPORT_TRAINING, CHANGE_ROSTER, CLOSE_CAMPAIGN, MANAGE_ACCOUNTS));
    Map<Holder, Set<Permission>> table = new EnumMap<>(Holder.class);
    table.put(
        Holder.PHONE,
        EnumSet.of(
            CHECK_IN,
            READ_CHECK_INS,
            VOID_CHECK_INS,
            READ_REQUESTS,
            READ_CONTACTS,
            WORK_ON_REQUESTS));
    table.put(
        Holder.KIOSK,
        EnumSet.of(ASK_FOR_HELP, HOLD_TICKETS, TAKE_SEATS, CANCEL_SEATS, PRESENT_SCREENS));
    table.put(Holder.LEADER, leader);
    table.put(Holder.ADMIN, admin);
    return table;
  }

  /**
   * Requires this permission.
   *
   * @throws Refusal 403 that names the permitted holders
   */
  public void insist(Principal who) {
    Holder holder = holder(who);
    if (has(holder)) {
      return;
    }
    if (holder == Holder.LEADER && has(Holder.ADMIN)) {
      throw Refusal.of(RequestReason.ADMINS_ONLY);
    }
    if (has(Holder.PHONE)) {
      throw Refusal.of(RequestReason.PHONES_ONLY);
    }
    throw Refusal.of(has(Holder.ADMIN) ? RequestReason.LEADERS_ONLY : RequestReason.KIOSK_ONLY);
  }

  private boolean has(Holder holder) {
    return TABLE.getOrDefault(holder, Set.of()).contains(this);
  }

  private static Holder holder(Principal who) {
    return switch (who) {
      case Principal.Phone _ -> Holder.PHONE;
      case Principal.Kiosk _ -> Holder.KIOSK;
      case Principal.Leader leader ->
          switch (leader.role()) {
            case LEADER -> Holder.LEADER;
            case ADMIN -> Holder.ADMIN;
          };
    };
  }
}
