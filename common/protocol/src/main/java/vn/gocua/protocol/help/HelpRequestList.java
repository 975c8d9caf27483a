package vn.gocua.protocol.help;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Help requests that are not finished. Never a contact.
 *
 * @param at the campaign's time
 */
public record HelpRequestList(OffsetDateTime at, List<Row> helpRequests) {

  /**
   * One request. Teams and leaders get more fields than the ticket's holder.
   *
   * @param version of two of one code, the higher one is newer; null for a ticket
   * @param status {@code open}: nobody has claimed it; {@code claimed}; {@code closed} …
   * @param team that has claimed it, or else that it was meant for; empty if it waits for a leader
   * @param mine whether the asking team has claimed or closed it; null for others than teams
   * @param when when it suits: {@code any}, {@code morning}, {@code afternoon}, {@code evening}
   * @param guardian it is for a child
   * @param checkIn that closed it; null for a ticket
   * @param reason why it was struck off, or why nobody helped
   * @param stars how it was; null for teams
   * @param contactLost true if who asked was lost with the vault's key; else null
   * @param state as {@code status}, and {@code expired} where that says {@code cancelled}; null
   *     from engines of before
   * @param left true if a leader left it for the next campaign; null for others than leaders
   * @param earlier if it was asked for in an earlier campaign; else null
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Row(
      String code,
      @Nullable Integer version,
      String status,
      String hamlet,
      String activity,
      String team,
      @Nullable Boolean mine,
      String when,
      boolean guardian,
      OffsetDateTime requestedAt,
      @Nullable OffsetDateTime claimedAt,
      @Nullable OffsetDateTime closedAt,
      @Nullable String checkIn,
      @Nullable String reason,
      @Nullable Integer stars,
      @Nullable Boolean contactLost,
      @Nullable String state,
      @Nullable Boolean left,
      @Nullable Earlier earlier) {
    private static final Set<String> EXPIRIES = Set.of("waited", "campaign-over", "carried-over");

    /** Whether no team is offered it until a leader gives it to one. */
    public boolean waitsForLeader() {
      return team.isEmpty();
    }

    /**
     * The hamlet's name; of one that only the earlier campaign had, the name it had there.
     *
     * @param names this campaign's names; the code itself where it has none
     */
    public String hamletName(UnaryOperator<String> names) {
      return named(hamlet, names, earlier == null ? null : earlier.hamlet());
    }

    /** The activity's name; see {@link #hamletName}. */
    public String activityName(UnaryOperator<String> names) {
      return named(activity, names, earlier == null ? null : earlier.activity());
    }

    private static String named(String code, UnaryOperator<String> names, @Nullable String before) {
      String name = names.apply(code);
      return before != null && name.equals(code) ? before : name;
    }

    /** Whether the engine has lost the contact. */
    public boolean lost() {
      return Boolean.TRUE.equals(contactLost);
    }

    /** Whether it ended because nobody helped in time, or the campaign ended first. */
    public boolean expired() {
      return "expired".equals(state);
    }

    /** Why it expired; a reason that is not known yet reads as the usual one. */
    public String whyExpired() {
      return reason != null && EXPIRIES.contains(reason) ? reason : "waited";
    }

    /** Whether a leader left it for the next campaign. */
    public boolean isLeft() {
      return Boolean.TRUE.equals(left);
    }

    public boolean open() {
      return status.equals("open");
    }
  }

  /**
   * Where a request was asked for that was carried over.
   *
   * @param campaign the earlier campaign's id
   * @param hamlet the hamlet's name there; null if not known
   * @param activity likewise
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Earlier(String campaign, @Nullable String hamlet, @Nullable String activity) {}

  public HelpRequestList {
    helpRequests = List.copyOf(helpRequests);
  }
}
