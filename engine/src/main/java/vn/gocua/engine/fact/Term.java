package vn.gocua.engine.fact;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of the audit's sentences, before it is put into a reader's words. Immutable. */
public sealed interface Term {
  /** Words that stand as they are, such as a ticket's code. */
  record Plain(String text) implements Term {}

  /** Somebody's own words: they stand in quotation marks. */
  record Quoted(String text) implements Term {}

  record Figure(long number) implements Term {}

  record Moment(Instant at) implements Term {}

  record Day(LocalDate day) implements Term {}

  /** A class's time: from when to when. */
  record Span(Instant starts, Instant ends) implements Term {}

  /**
   * A code that has a text.
   *
   * @param surface the texts' file
   * @param group before the code in the text's key
   */
  record Coded(String surface, String group, String code) implements Term {}

  /** Something that has a name elsewhere. */
  record Named(Kind kind, String id) implements Term {}

  /** Several, one after the other. */
  record Listed(List<? extends Term> terms) implements Term {
    public Listed {
      terms = List.copyOf(terms);
    }
  }

  /**
   * A text with its places filled in.
   *
   * @param key below {@code told} in {@code tables.properties}
   */
  record Phrase(String key, List<Term> terms) implements Term {
    public Phrase {
      terms = List.copyOf(terms);
    }
  }

  /** What has names. */
  enum Kind {
    TEAM,
    HAMLET,
    ACTIVITY,
    CLASS,
    /** An account, a phone, or who else may do something. */
    PERSON
  }

  /** Nothing is there. */
  Term EMPTY = new Phrase("empty", List.of());

  /** It is not on record. */
  Term UNKNOWN = new Phrase("unknown", List.of());

  static Term team(String code) {
    return new Named(Kind.TEAM, code);
  }

  static Term person(String id) {
    return new Named(Kind.PERSON, id);
  }

  static Phrase phrase(String key, Term... terms) {
    return new Phrase(key, List.of(terms));
  }

  /** Somebody's own words; {@link #EMPTY} for none. */
  static Term quoted(@Nullable String text) {
    return text == null || text.isBlank() ? EMPTY : new Quoted(text);
  }

  /** A number; {@link #EMPTY} for 0. */
  static Term figure(long number) {
    return number == 0 ? EMPTY : new Figure(number);
  }

  /** Those hamlets; {@link #EMPTY} for none. */
  static Term hamlets(List<String> codes) {
    return codes.isEmpty()
        ? EMPTY
        : new Listed(codes.stream().map(code -> new Named(Kind.HAMLET, code)).toList());
  }
}
