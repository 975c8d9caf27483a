package vn.gocua.engine.http.wire;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks the lines before a request's body and finds the body's length. Stricter than the later
 * parser: a proxy may have read them differently.
 */
final class RequestHead {
  /** The body's end is marked in the body. */
  static final long CHUNKED = -1;

  /** More than any file that is taken in, and far from where numbers overflow. */
  private static final Pattern LENGTH = Pattern.compile("[0-9]{1,15}");

  private static final Pattern HOST =
      Pattern.compile(
          "(?:\\[[0-9A-Fa-f:.]{2,45}]|[A-Za-z0-9._~!$&'()*+,;=-]{1,253})(?::([0-9]{0,5}))?");

  private static final Pattern ABSOLUTE = Pattern.compile("(?i:https?)://([^/?]*)(?:[/?].*)?");

  private static final int HIGHEST_PORT = 65_535;

  private final List<String> hosts = new ArrayList<>(1);
  private final List<String> lengths = new ArrayList<>(1);
  private final List<String> codings = new ArrayList<>(1);
  private final boolean old;
  private final @Nullable String authority;

  private RequestHead(boolean old, @Nullable String authority) {
    this.old = old;
    this.authority = authority;
  }

  /**
   * Length of the body in bytes, or {@link #CHUNKED}.
   *
   * @param from the first byte of the head
   * @param to behind the empty line that ends it
   * @throws Refused if anything is improper
   */
  static long bodyOf(ByteBuf in, int from, int to) throws Refused {
    int end = endOfLine(in, from, to);
    RequestHead head = requestLine(in, from, end);
    for (int line = end + 2; line < to - 2; line = end + 2) {
      end = endOfLine(in, line, to);
      head.field(in, line, end);
    }
    head.checkHost();
    return head.length();
  }

  /** Checks the fields behind a chunked body, which must not repeat those of the head. */
  static void checkTrailers(ByteBuf in, int from, int to) throws Refused {
    RequestHead none = new RequestHead(false, null);
    for (int line = from, end; line < to - 2; line = end + 2) {
      end = endOfLine(in, line, to);
      none.field(in, line, end);
    }
    if (!none.hosts.isEmpty() || !none.lengths.isEmpty() || !none.codings.isEmpty()) {
      throw Refused.because("a trailer that belongs into the head");
    }
  }

  /** Every line has been found to end with both of its two characters. */
  private static int endOfLine(ByteBuf in, int from, int to) {
    return in.indexOf(from, to, Octets.CR);
  }

  private static RequestHead requestLine(ByteBuf in, int from, int to) throws Refused {
    int first = in.indexOf(from, to, (byte) ' ');
    int second = first < 0 ? -1 : in.indexOf(first + 1, to, (byte) ' ');
    if (second < 0 || !Octets.isToken(in, from, first)) {
      throw Refused.because("no request line");
    }
    String version = Octets.text(in, second + 1, to);
    if (!version.equals("HTTP/1.1") && !version.equals("HTTP/1.0")) {
      throw Refused.because("a version that is not spoken here");
    }
    String target = Octets.text(in, first + 1, second);
    if (!target.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '#')) {
      throw Refused.because("an address with what no address has");
    }
    boolean old = version.endsWith("0");
    if (target.startsWith("/")
        || (target.equals("*") && Octets.text(in, from, first).equals("OPTIONS"))) {
      return new RequestHead(old, null);
    }
    var absolute = ABSOLUTE.matcher(target);
    if (!absolute.matches()) {
      throw Refused.because("no address");
    }
    return new RequestHead(old, absolute.group(1));
  }

  private void field(ByteBuf in, int from, int to) throws Refused {
    int colon = in.indexOf(from, to, (byte) ':');
    if (colon < 0 || !Octets.isToken(in, from, colon)) {
      throw Refused.because("a line that is no field");
    }
    int begin = colon + 1;
    int end = to;
    while (begin < end && Octets.isBlank(in.getByte(begin))) {
      begin++;
    }
    while (end > begin && Octets.isBlank(in.getByte(end - 1))) {
      end--;
    }
    List<String> kept = keptAs(in, from, colon);
    if (kept != null) {
      kept.add(Octets.text(in, begin, end));
    }
  }

  private @Nullable List<String> keptAs(ByteBuf in, int from, int to) {
    return switch (to - from) {
      case 4 -> is("host", in, from, to) ? hosts : null;
      case 14 -> is("content-length", in, from, to) ? lengths : null;
      case 17 -> is("transfer-encoding", in, from, to) ? codings : null;
      default -> null;
    };
  }

  private static boolean is(String name, ByteBuf in, int from, int to) {
    return Octets.text(in, from, to).toLowerCase(Locale.ROOT).equals(name);
  }

  private void checkHost() throws Refused {
    if (hosts.size() > 1 || (hosts.isEmpty() && !old)) {
      throw Refused.because("not one Host");
    }
    for (String host : hosts) {
      if (!isHost(host)) {
        throw Refused.because("a Host that is none");
      }
    }
    if (authority != null
        && (!isHost(authority)
            || (!hosts.isEmpty() && !authority.equalsIgnoreCase(hosts.get(0))))) {
      throw Refused.because("an address on another host");
    }
  }

  private static boolean isHost(String text) {
    var host = HOST.matcher(text);
    if (!host.matches()) {
      return false;
    }
    String port = host.group(1);
    return port == null || port.isEmpty() || Integer.parseInt(port) <= HIGHEST_PORT;
  }

  private long length() throws Refused {
    if (!codings.isEmpty()) {
      if (old || codings.size() > 1 || !codings.get(0).equalsIgnoreCase("chunked")) {
        throw Refused.because("a Transfer-Encoding that hides where the body ends");
      }
      if (!lengths.isEmpty()) {
        throw Refused.because("both Transfer-Encoding and Content-Length");
      }
      return CHUNKED;
    }
    if (lengths.isEmpty()) {
      return 0;
    }
    if (lengths.size() > 1 || !LENGTH.matcher(lengths.get(0)).matches()) {
      throw Refused.because("not one Content-Length");
    }
    return Long.parseLong(lengths.get(0));
  }
}
