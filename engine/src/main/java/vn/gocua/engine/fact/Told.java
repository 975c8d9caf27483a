package vn.gocua.engine.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the sentence of an audited fact says beside who did it.
 *
 * @param form which of the code's texts; empty for the usual one
 * @param terms fill the text's places from {1} on; {0} is who did it
 * @param changes what was replaced, piece by piece
 */
public record Told(String form, List<Term> terms, List<Term.Phrase> changes) {
  /** Nothing beside who did it. */
  public static final Told NOTHING = new Told("", List.of(), List.of());

  public Told {
    terms = List.copyOf(terms);
    changes = List.copyOf(changes);
  }

  public static Told of(Term... terms) {
    return new Told("", List.of(terms), List.of());
  }

  /** The same in another of the code's texts. */
  public Told in(String other) {
    return new Told(other, terms, changes);
  }

  /** The same with what was replaced. */
  public Told with(Changes replaced) {
    return new Told(form, terms, replaced.phrases);
  }

  /** Collects what a fact replaced. What stayed is left out. Not thread-safe. */
  public static final class Changes {
    private final List<Term.Phrase> phrases = new ArrayList<>();

    /**
     * A value was replaced.
     *
     * @param what the value's name, a key below {@code told.what}
     * @param of whose it is; null if that goes without saying
     * @param before null if it is not known: then only what it is now is told
     */
    public Changes replaced(String what, @Nullable Term of, @Nullable Term before, Term now) {
      if (!now.equals(before)) {
        Term name = of == null ? Term.phrase("what." + what) : Term.phrase("what." + what, of);
        phrases.add(
            before == null
                ? Term.phrase("now", name, now)
                : isFigure(before) && isFigure(now)
                    ? Term.phrase("counted", name, before, now)
                    : Term.phrase("replaced", name, before, now));
      }
      return this;
    }

    private static boolean isFigure(Term term) {
      return term instanceof Term.Figure;
    }

    /** Something came, went, or is in a way of its own. */
    public Changes said(String key, Term... terms) {
      phrases.add(Term.phrase(key, terms));
      return this;
    }
  }
}
