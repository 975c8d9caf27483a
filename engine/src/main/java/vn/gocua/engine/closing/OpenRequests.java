package vn.gocua.engine.closing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.help.service.SupervisionService;
import vn.gocua.engine.help.state.ExpiryReason;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.campaign.ClosingOrder;
import vn.gocua.protocol.refusal.Refusal;

/**
 * Ends the help requests that are open at the campaign's end, or leaves them for the next one. A
 * repeat of a decision changes nothing. Calls block.
 */
record OpenRequests(SupervisionService supervision) {
  private static final String END = "end";
  private static final String LEAVE = "leave";

  /** Number of requests that are not over. */
  int count() {
    return supervision.open().size();
  }

  /**
   * Requires a decision on each open request.
   *
   * @throws Refusal if some have none, or one is named for both
   */
  void insist(ClosingOrder.@Nullable OpenRequests order) {
    if (order == null) {
      return;
    }
    Set<String> end = codes(order.end());
    Set<String> leave = codes(order.leave());
    String others = order.others();
    boolean twice = end.stream().anyMatch(leave::contains);
    if (twice || (others != null && !others.equals(END) && !others.equals(LEAVE))) {
      throw Refusal.of(CampaignReason.OPEN_REQUESTS_DECISION);
    }
    long undecided =
        supervision.open().stream()
            .filter(code -> !end.contains(code) && !leave.contains(code))
            .count();
    if (others == null && undecided > 0) {
      throw Refusal.of(CampaignReason.OPEN_REQUESTS_UNDECIDED, undecided);
    }
  }

  /** Does what was decided. A request that nothing was said of is left as it is. */
  void settle(ClosingOrder.@Nullable OpenRequests order, String by, Instant at) {
    if (order == null) {
      return;
    }
    Set<String> end = codes(order.end());
    Set<String> leave = codes(order.leave());
    for (String code : supervision.open()) {
      String decision = end.contains(code) ? END : leave.contains(code) ? LEAVE : order.others();
      if (END.equals(decision)) {
        var _ = supervision.expire(code, ExpiryReason.CAMPAIGN_OVER, by, at);
      } else if (LEAVE.equals(decision)) {
        supervision.leave(code, by, at);
      }
    }
  }

  private static Set<String> codes(@Nullable List<String> named) {
    Set<String> codes = new HashSet<>();
    if (named != null) {
      named.forEach(code -> codes.add(code.toUpperCase(Locale.ROOT)));
    }
    return codes;
  }
}
