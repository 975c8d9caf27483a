package vn.gocua.engine.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The address of a request, percent signs and all. */
final class Address {
  private Address() {}

  /**
   * Whether every percent sign begins an escape and the escapes are UTF-8 without a NUL. Other
   * addresses are read differently by different parsers.
   *
   * @param address path and query, in ASCII
   */
  static boolean isReadable(String address) {
    if (address.indexOf('%') < 0) {
      return true;
    }
    byte[] bytes = new byte[address.length()];
    int length = 0;
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c == '%') {
        int value = value(address, i + 1);
        if (value <= 0) {
          return false;
        }
        bytes[length++] = (byte) value;
        i += 2;
      } else {
        bytes[length++] = (byte) c;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, length));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }

  /** The value of two hexadecimal digits, −1 if they aren't. */
  private static int value(String address, int at) {
    if (at + 2 > address.length()) {
      return -1;
    }
    int high = digit(address.charAt(at));
    int low = digit(address.charAt(at + 1));
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
