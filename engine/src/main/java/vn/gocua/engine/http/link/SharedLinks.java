package vn.gocua.engine.http.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Forms of the links that are handed on, and how to find one in what a chat app has made of it: a
 * code begins and ends with its own alphabet, whatever stands around it.
 *
 * <p>Only the form decides. Whether there is such a document or ticket is not looked up, so that
 * answers tell nothing. Names that anybody may list are another matter.
 */
public final class SharedLinks {
  /** Longer addresses are no links of ours. */
  private static final int LONGEST = 2_000;

  /** Of a link that was broken over lines. */
  private static final int MOST_PIECES = 10;

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]*");

  /** A fragment whose «#» was escaped: it has become part of the path. */
  private static final Pattern FRAGMENT = Pattern.compile("#[A-Za-z0-9=&._-]+");

  private record Form(String folder, @Nullable Pattern code, @Nullable Predicate<String> known) {
    /** The clean link in a text; null if it is not of this form, or its code is not whole. */
    @Nullable String in(String text) {
      String lower = text.toLowerCase(Locale.ROOT);
      if (!lower.startsWith(folder)) {
        return null;
      }
      if (code == null) {
        String rest = text.substring(folder.length());
        return NO_LETTER.matcher(rest).matches() ? folder : null;
      }
      // A link that was pasted twice: the second is whole.
      int from = lower.lastIndexOf(folder) + folder.length();
      Matcher found = code.matcher(text);
      String first = found.find(from) ? found.group() : null;
      if (first != null && (known == null || known.test(first))) {
        return folder + first;
      }
      String joined = joined(code, text.substring(from).split(" ", MOST_PIECES));
      String meant = joined == null ? first : joined;
      return meant == null ? null : folder + meant;
    }

    /** The code of a link that was broken over lines; what stands behind it is no part of it. */
    private @Nullable String joined(Pattern code, String[] pieces) {
      StringBuilder together = new StringBuilder();
      for (String piece : pieces) {
        Matcher found = code.matcher(together.append(piece));
        if (found.find() && (known == null || known.test(found.group()))) {
          return found.group();
        }
      }
      return null;
    }
  }

  private final List<Form> forms = new ArrayList<>(List.of(new Form("/", null, null)));
  private final List<String> files = new ArrayList<>();

  /** A page that is always the same; what it is about stands behind the «#». */
  public void page(String path) {
    forms.add(new Form(path, null, null));
  }

  /**
   * Links of a folder and a code.
   *
   * @param folder with a slash at both ends, in small letters
   * @param code all of a code, so that the first match in a longer text is the whole of it
   */
  public void codes(String folder, Pattern code) {
    forms.add(new Form(folder, code, null));
  }

  /**
   * Links whose codes anybody may list. In a broken one, the pieces that make such a code are it.
   *
   * @param known whether there is such a code
   */
  public void names(String folder, Pattern code, Predicate<String> known) {
    forms.add(new Form(folder, code, known));
  }

  /** A file whose address begins like this, and is no link. */
  public void file(String path) {
    files.add(path);
  }

  /**
   * The address that was meant, path and fragment; null if there is nothing to mend.
   *
   * @param address path and query as they came, in ASCII
   */
  public @Nullable String mended(String address) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    if (!path.startsWith("/")
        || address.length() > LONGEST
        || files.stream().anyMatch(path::startsWith)) {
      return null;
    }
    String text = LinkText.plain(path);
    int hash = text.indexOf('#');
    Matcher fragment = FRAGMENT.matcher(text);
    String behind =
        hash >= 0 && fragment.find(hash) && fragment.start() == hash ? fragment.group() : "";
    String before = hash < 0 ? text : text.substring(0, hash);
    for (Form form : forms) {
      String clean = form.in(before);
      if (clean != null) {
        return behind.isEmpty() && clean.equals(path) ? null : clean + behind;
      }
    }
    return null;
  }
}
