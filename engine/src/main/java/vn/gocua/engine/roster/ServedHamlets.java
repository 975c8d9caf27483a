package vn.gocua.engine.roster;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.roster.ImportPreview.NoteKind;
import vn.gocua.engine.roster.ImportPreview.Place;
import vn.gocua.protocol.campaign.CampaignReason;
import vn.gocua.protocol.refusal.Refusal;

/** Reads the hamlets of teams out of cells; an unknown name is a new hamlet. */
final class ServedHamlets {
  private static final int MOST_NEW = 2_000;

  private final HamletNames names;
  private final ImportFindings findings;
  private final Map<String, CodedName> added = new LinkedHashMap<>();

  /** Hamlets by their written names: files repeat them row by row. */
  private final Map<String, CodedName> written = new HashMap<>();

  /** Number of new hamlets by the code that their names give. */
  private final Map<String, Integer> alike = new HashMap<>();

  ServedHamlets(List<CodedName> known, ImportFindings findings) {
    this.names = new HamletNames(known);
    this.findings = findings;
  }

  List<CodedName> added() {
    return List.copyOf(added.values());
  }

  Set<String> codes() {
    return names.codes();
  }

  /** Codes of the hamlets in a cell. What is wrong with it goes to the findings. */
  List<String> read(Place place, String cell) {
    Set<String> served = new LinkedHashSet<>();
    for (String name : names.names(cell)) {
      CodedName hamlet = written.get(name);
      if (hamlet == null) {
        HamletNames.Match match = names.find(name);
        if (match.isUnclear()) {
          findings.flaw(
              place,
              Refusal.of(
                  CampaignReason.ROSTER_HAMLET_UNCLEAR,
                  name,
                  match.hamlets().stream().map(CodedName::name).toList()));
          continue;
        }
        if (match.only() == null && added.size() >= MOST_NEW) {
          findings.flaw(place, Refusal.of(CampaignReason.ROSTER_HAMLETS, MOST_NEW));
          break;
        }
        hamlet = match.only() == null ? added(place, name) : matched(place, name, match.only());
        if (hamlet == null) {
          continue;
        }
        written.put(name, hamlet);
      }
      served.add(hamlet.code());
    }
    return List.copyOf(served);
  }

  private CodedName matched(Place place, String name, @Nullable CodedName hamlet) {
    CodedName there = java.util.Objects.requireNonNull(hamlet);
    boolean otherwise = !vn.gocua.base.text.FoldedText.same(name, there.name());
    if (otherwise && !name.equalsIgnoreCase(there.code())) {
      findings.note(NoteKind.REPAIRED, place, "roster-note-hamlet", name, there.name());
    }
    return there;
  }

  /** A new hamlet; null if it can be none. */
  private @Nullable CodedName added(Place place, String name) {
    String offered = names.offered(name);
    List<CodedName> similar = names.alike(name);
    CodedName hamlet = new CodedName(names.freeCode(offered, alike), offered);
    List<Refusal> bad = RosterRules.broken(hamlet);
    bad.forEach(refusal -> findings.flaw(place, refusal));
    if (!bad.isEmpty()) {
      return null;
    }
    if (!similar.isEmpty()) {
      findings.note(
          NoteKind.DOUBTFUL, place, "roster-note-alike", offered, similar.getFirst().name());
    } else if (!offered.equals(name)) {
      findings.note(NoteKind.REPAIRED, place, "roster-note-new-hamlet", name, offered);
    }
    names.add(hamlet);
    added.put(hamlet.code(), hamlet);
    return hamlet;
  }
}
