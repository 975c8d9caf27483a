package vn.gocua.engine.audit;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.text.Texts;
import vn.gocua.engine.access.AccessFeature.KnownPhone;
import vn.gocua.engine.campaign.Campaign;
import vn.gocua.engine.campaign.CodedName;
import vn.gocua.engine.campaign.Team;
import vn.gocua.engine.fact.AuditLine;
import vn.gocua.engine.fact.Term;
import vn.gocua.engine.fact.Told;
import vn.gocua.protocol.access.DeviceList;
import vn.gocua.protocol.content.AuditLines;
import vn.gocua.protocol.privacy.AffectedQuery;

/**
 * Puts audited lines into sentences of one reader's language: who did what, for which team, what
 * was before and what is now. Teams, hamlets and phones go by the names they have today.
 */
final class Sentences {
  /** Texts of those who may stand as an author without being an account. */
  private static final Map<String, String> OTHERS =
      Map.of(
          AuditLine.SYSTEM,
          "system",
          "engine",
          "system",
          AffectedQuery.TICKET_HOLDER,
          "ticket-holder",
          "unknown",
          "unknown");

  private final Texts texts;
  private final Campaign campaign;
  private final Names names;

  /**
   * Names that other features know.
   *
   * @param phones by id; null for one that is not known
   * @param classes titles by id; null for one that is not known
   */
  record Names(
      Function<String, @Nullable KnownPhone> phones, Function<String, @Nullable String> classes) {}

  /**
   * @param texts tables' texts in the reader's language
   */
  Sentences(Texts texts, Campaign campaign, Names names) {
    this.texts = texts;
    this.campaign = campaign;
    this.names = names;
  }

  /** A line in parts, for who shows the changes one below the other. */
  AuditLines.Parts parts(AuditLine line) {
    return new AuditLines.Parts(
        who(line),
        head(line),
        line.told().changes().stream().map(this::phrase).map(this::capital).toList());
  }

  /** Who did it, where that stands alone. */
  String who(AuditLine line) {
    return capital(person(line.who()));
  }

  /** A line as one sentence, with all its changes. */
  String whole(AuditLine line) {
    List<Term.Phrase> changes = line.told().changes();
    return changes.isEmpty()
        ? head(line)
        : texts.get(
            "told.whole",
            head(line),
            changes.stream().map(this::phrase).collect(Collectors.joining("; ")));
  }

  private String head(AuditLine line) {
    Told told = line.told();
    String key = "deed." + line.what() + ".told";
    List<Term> terms = new ArrayList<>();
    terms.add(Term.person(line.who()));
    terms.addAll(told.terms());
    return capital(filled(told.form().isEmpty() ? key : key + "." + told.form(), terms));
  }

  /** Whoever did something, as within a sentence: an account, a phone by its name, the engine. */
  private String person(String id) {
    if (!AuditTrail.PHONE.matcher(id).matches()) {
      String other = OTHERS.get(id);
      return other == null ? texts.get("told.by", id) : texts.get("told.by." + other);
    }
    String end = DeviceList.shortName(id);
    KnownPhone phone = names.phones().apply(id);
    if (phone == null) {
      return texts.get("told.phone", end);
    }
    String team = named(new Term.Named(Term.Kind.TEAM, phone.team()));
    return phone.name() == null
        ? texts.get("told.phone.of", end, team)
        : texts.get("told.phone.named", phone.name(), end, team);
  }

  private String filled(String key, List<Term> terms) {
    return texts.get(key, terms.stream().map(this::word).toArray());
  }

  private String phrase(Term.Phrase phrase) {
    return filled("told." + phrase.key(), phrase.terms());
  }

  private Object word(Term term) {
    return switch (term) {
      case Term.Plain(String text) -> text;
      case Term.Quoted(String text) -> texts.get("told.quoted", text);
      case Term.Figure(long number) -> number;
      case Term.Moment(var at) -> texts.figures().moment(campaign.local(at));
      case Term.Day(var day) -> texts.figures().date(day);
      case Term.Span(var starts, var ends) -> {
        OffsetDateTime from = campaign.local(starts);
        yield texts.figures().span(from, campaign.local(ends));
      }
      case Term.Coded(String surface, String group, String code) ->
          texts.on(surface).ofCode(group, code);
      case Term.Named named -> named(named);
      case Term.Listed(var listed) ->
          listed.stream().map(each -> String.valueOf(word(each))).collect(Collectors.joining(", "));
      case Term.Phrase phrase -> phrase(phrase);
    };
  }

  private String named(Term.Named named) {
    String id = named.id();
    return switch (named.kind()) {
      case PERSON -> person(id);
      case TEAM -> {
        Team team = campaign.teamOrFormer(id);
        yield team == null ? texts.get("told.team-unknown", id) : team.name();
      }
      case HAMLET ->
          name(
              Stream.concat(campaign.hamlets().stream(), campaign.formerHamlets().stream())
                  .toList(),
              id);
      case ACTIVITY -> name(campaign.activities(), id);
      case CLASS -> {
        String title = names.classes().apply(id);
        yield title == null ? texts.get("told.class-unknown") : texts.get("told.quoted", title);
      }
    };
  }

  private static String name(List<CodedName> all, String code) {
    return Objects.requireNonNullElse(CodedName.of(all, code), code);
  }

  private String capital(String text) {
    int first = text.offsetByCodePoints(0, 1);
    return text.substring(0, first).toUpperCase(texts.locale()) + text.substring(first);
  }
}
