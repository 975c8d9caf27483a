package vn.gocua.engine.help.carry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.CampaignPlan;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.help.contact.HelpContacts;
import vn.gocua.engine.help.state.Asked;
import vn.gocua.engine.help.state.HelpFact;
import vn.gocua.engine.help.state.HelpFact.HelpCarriedIn;
import vn.gocua.engine.help.state.HelpFact.HelpLeft;
import vn.gocua.engine.help.state.HelpRequest;
import vn.gocua.engine.help.state.Stage.Expired;
import vn.gocua.engine.state.Repository;
import vn.gocua.engine.state.Versioned;

/**
 * Carries the requests that a campaign left into the next one. For each: the contact and what the
 * ticket shows go into the new vault, the request into the new journal, the end into the old one;
 * then the old contact is erased. Each step is taken once, so after a crash the whole is run again.
 * No engine may run on either. Calls block.
 *
 * @param next what the next campaign's files say
 * @param realTime dates the vault's records
 */
public record CarryOver(
    CampaignStores from, CampaignStores to, CampaignPlan next, Instant realTime) {

  /**
   * What became of the requests; codes of tickets, sorted.
   *
   * @param offered those that a team is offered now
   * @param waiting those that wait for a leader
   * @param taken those that stay, since their code is another ticket's in the next campaign
   * @param undecided open ones that nobody has left; they stay
   * @param before those that an earlier run had carried
   */
  public record Outcome(
      List<String> offered,
      List<String> waiting,
      List<String> taken,
      List<String> undecided,
      int before) {}

  /**
   * Carries all that was left. A repeat carries what is missing.
   *
   * @param at the campaign's time
   */
  public Outcome run(Instant at) {
    Outcome outcome =
        new Outcome(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), 0);
    Map<String, Integer> load = new HashMap<>();
    to.requests().readAll().values().stream()
        .map(Versioned::known)
        .filter(request -> !request.isOver())
        .forEach(request -> load.merge(request.team(), 1, Integer::sum));
    int before = 0;
    for (Versioned<HelpRequest> old : from.requests().readAll().values()) {
      HelpRequest request = old.known();
      if (request.stage() instanceof Expired expired && expired.isCarriedOver()) {
        // A crash may have come between the end and the erasure.
        var _ = from.vault().erase(request.asked().contact());
        before++;
      } else if (!request.isOver() && !request.isLeft()) {
        outcome.undecided().add(request.code());
      } else if (!request.isOver()) {
        carry(request, load, outcome, at);
      }
    }
    return new Outcome(
        outcome.offered(), outcome.waiting(), outcome.taken(), outcome.undecided(), before);
  }

  private void carry(HelpRequest request, Map<String, Integer> load, Outcome outcome, Instant at) {
    HelpRequest there = arrived(request, Objects.requireNonNull(request.left()), load, at);
    if (!there.asked().id().equals(request.asked().id())) {
      outcome.taken().add(request.code());
      return;
    }
    var _ = from.requests().append(request.code(), known -> out(known, at));
    var _ = from.vault().erase(request.asked().contact());
    (there.waitsForLeader() ? outcome.waiting() : outcome.offered()).add(request.code());
  }

  private @Nullable HelpFact out(@Nullable HelpRequest known, Instant at) {
    return known == null ? null : known.carryOut(to.campaign(), at);
  }

  /** The request of that code in the next campaign, after it was carried there if none was. */
  private HelpRequest arrived(
      HelpRequest request, HelpLeft left, Map<String, Integer> load, Instant at) {
    Repository<HelpFact, HelpRequest> requests = to.requests();
    HelpRequest there = requests.read(request.code()).state();
    if (there != null) {
      return there;
    }
    Asked asked = request.asked();
    String ref = HelpContacts.ref(to.vault(), asked.id());
    // One whose contact is missing, for whatever reason, can still be given it by its holder.
    boolean kept =
        request.hasContact() && from.vault().copyTo(to.vault(), asked.contact(), ref, realTime);
    to.secrets().keep(asked.id(), from.secrets().of(request), realTime);
    String team = team(request, load);
    load.merge(team, 1, Integer::sum);
    HelpCarriedIn fact =
        new HelpCarriedIn(
            asked.id(),
            request.code(),
            asked.hamlet(),
            asked.activity(),
            team,
            ref,
            asked.consent(),
            asked.secretHash(),
            asked.when(),
            asked.guardian(),
            !kept,
            left.hamletName(),
            left.activityName(),
            asked.at(),
            from.campaign(),
            at);
    return requests.append(request.code(), known -> known == null ? fact : null).known();
  }

  /**
   * The team that is offered it: the one that had it, if it serves the hamlet again; else of those
   * that do, the one with the least to do. Empty without one, or if the activity is none any more.
   */
  private String team(HelpRequest request, Map<String, Integer> load) {
    Asked asked = request.asked();
    List<Team> serving =
        next.teams().stream().filter(team -> team.hamlets().contains(asked.hamlet())).toList();
    if (next.activities().stream().noneMatch(known -> known.code().equals(asked.activity()))) {
      return "";
    }
    return serving.stream()
        .map(Team::code)
        .filter(request.team()::equals)
        .findFirst()
        .or(() ->
            serving.stream()
                .map(Team::code)
                .min(Comparator.comparingInt(team -> load.getOrDefault(team, 0))))
        .orElse("");
  }
}
