package vn.gocua.engine.http.wire;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/** Classes of bytes in a request (RFC 9110 and 9112). */
final class Octets {
  static final byte CR = '\r';
  static final byte LF = '\n';

  private static final BitSet TOKEN = new BitSet(128);

  static {
    TOKEN.set('0', '9' + 1);
    TOKEN.set('A', 'Z' + 1);
    TOKEN.set('a', 'z' + 1);
    "!#$%&'*+-.^_`|~".chars().forEach(TOKEN::set);
  }

  private Octets() {}

  /** A method, or the name of a field. */
  static boolean isToken(ByteBuf in, int from, int to) {
    for (int i = from; i < to; i++) {
      if (!TOKEN.get(in.getByte(i) & 0xff)) {
        return false;
      }
    }
    return to > from;
  }

  /** Bytes allowed within a line: visible letters, blanks, tabs, and bytes beyond ASCII. */
  static boolean isText(int octet) {
    return octet == '\t' || (octet >= ' ' && octet != 0x7f);
  }

  static boolean isBlank(int octet) {
    return octet == ' ' || octet == '\t';
  }

  /** The value of a hexadecimal digit, −1 for anything else; letters of other scripts are none. */
  static int hex(int octet) {
    return octet >= '0' && octet <= '9'
        ? octet - '0'
        : octet >= 'a' && octet <= 'f'
            ? octet - 'a' + 10
            : octet >= 'A' && octet <= 'F' ? octet - 'A' + 10 : -1;
  }

  /** A part as text; bytes beyond ASCII are kept. */
  static String text(ByteBuf in, int from, int to) {
    return in.toString(from, to - from, StandardCharsets.ISO_8859_1);
  }
}
