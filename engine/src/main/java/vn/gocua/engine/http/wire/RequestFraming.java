package vn.gocua.engine.http.wire;

import io.netty.buffer.ByteBuf;

/**
 * Finds the borders of requests by the letter of RFC 9112. Bytes pass once they are part of a
 * proper message: heads whole, bodies as they come. Each byte is looked at once, those of a head
 * twice, in whatever pieces they come.
 */
final class RequestFraming {
  private static final int LONGEST_CHUNK_LINE = 256;

  private static final int MOST_BLANK_LINES = 4;

  /** Enough for two thousand million; more would overflow somewhere. */
  private static final int MOST_DIGITS = 8;

  private enum At {
    HEAD,
    BODY,
    CHUNK_SIZE,
    CHUNK,
    CHUNK_END,
    TRAILERS
  }

  private final int longestLine;
  private final int longestHead;
  private At at = At.HEAD;

  /** Bytes of the body or chunk still to come. */
  private long left;

  /** Number of examined bytes that have not passed yet. */
  private int seen;

  /** Start of the line that contains {@link #seen}. */
  private int line;

  /** Start of a head's second line; 0 within the first. */
  private int fields;

  /** Empty lines in a row before a request. */
  private int blank;

  private long ended;

  /**
   * @param longestLine of bytes, for the line with the address
   * @param longestHead of bytes, for all fields together; the same for trailers
   */
  RequestFraming(int longestLine, int longestHead) {
    this.longestLine = longestLine;
    this.longestHead = longestHead;
  }

  /** Whether a head has passed and its body not yet. */
  boolean isInBody() {
    return at != At.HEAD;
  }

  /** Number of messages that have passed whole. */
  long ended() {
    return ended;
  }

  /**
   * Moves over the next part that may pass, from the reader's index on.
   *
   * @return number of bytes that may pass; 0 if more have to come first
   * @throws Refused if it is no proper message; nothing may pass from then on
   */
  int next(ByteBuf in) throws Refused {
    int from = in.readerIndex();
    return switch (at) {
      case HEAD -> head(in, from);
      case BODY, CHUNK -> body(in);
      case CHUNK_SIZE -> chunkSize(in, from);
      case CHUNK_END -> chunkEnd(in, from);
      case TRAILERS -> trailers(in, from);
    };
  }

  private int head(ByteBuf in, int from) throws Refused {
    if (in.isReadable() && in.getByte(from) == Octets.CR) {
      return blankLine(in, from);
    }
    if (!lines(in, from)) {
      return 0;
    }
    left = RequestHead.bodyOf(in, from, from + seen);
    blank = 0;
    if (left == 0) {
      return end(seen);
    }
    at = left == RequestHead.CHUNKED ? At.CHUNK_SIZE : At.BODY;
    return passed(seen);
  }

  /** Some send one behind a body. */
  private int blankLine(ByteBuf in, int from) throws Refused {
    if (!line(in, from, 2)) {
      return 0;
    }
    if (++blank > MOST_BLANK_LINES) {
      throw Refused.because("empty lines and no request");
    }
    return passed(2);
  }

  private int body(ByteBuf in) {
    int length = (int) Math.min(left, in.readableBytes());
    left -= length;
    if (left > 0) {
      return length;
    }
    if (at == At.BODY) {
      return end(length);
    }
    at = At.CHUNK_END;
    return length;
  }

  private int chunkSize(ByteBuf in, int from) throws Refused {
    if (!line(in, from, LONGEST_CHUNK_LINE)) {
      return 0;
    }
    int end = from + seen - 2;
    int digits = from;
    long size = 0;
    while (digits < end && Octets.hex(in.getByte(digits)) >= 0 && digits - from < MOST_DIGITS) {
      size = size * 16 + Octets.hex(in.getByte(digits++));
    }
    if (digits == from || (digits < end && in.getByte(digits) != ';') || size > Integer.MAX_VALUE) {
      throw Refused.because("no size of a chunk");
    }
    left = size;
    at = size == 0 ? At.TRAILERS : At.CHUNK;
    return passed(seen);
  }

  private int chunkEnd(ByteBuf in, int from) throws Refused {
    if (!line(in, from, 2)) {
      return 0;
    }
    at = At.CHUNK_SIZE;
    return passed(2);
  }

  private int trailers(ByteBuf in, int from) throws Refused {
    if (!lines(in, from)) {
      return 0;
    }
    RequestHead.checkTrailers(in, from, from + seen);
    return end(seen);
  }

  private int end(int length) {
    at = At.HEAD;
    ended++;
    return passed(length);
  }

  private int passed(int length) {
    seen = 0;
    line = 0;
    fields = 0;
    return length;
  }

  /** Whether a line of at most so many bytes is complete; moves seen behind it. */
  private boolean line(ByteBuf in, int from, int most) throws Refused {
    int end = Math.min(in.readableBytes(), most);
    while (seen < end) {
      if (isLineEnd(in, from)) {
        return true;
      }
    }
    if (seen == most) {
      throw Refused.because("a line that does not end");
    }
    return false;
  }

  /** Whether lines up to an empty one are complete; moves seen behind that one. */
  private boolean lines(ByteBuf in, int from) throws Refused {
    int readable = in.readableBytes();
    while (seen < readable) {
      if (isLineEnd(in, from)) {
        if (seen - line == 2) {
          return true;
        }
        line = seen;
        fields = fields == 0 ? seen : fields;
      }
      if (at == At.HEAD && fields == 0 && seen > longestLine) {
        throw new Refused(414, "a line that is too long");
      }
      if ((at != At.HEAD || fields > 0) && seen - fields > longestHead) {
        throw new Refused(431, "fields that are too long");
      }
    }
    return false;
  }

  /** Looks at one more byte. */
  private boolean isLineEnd(ByteBuf in, int from) throws Refused {
    int octet = in.getByte(from + seen) & 0xff;
    boolean afterCr = seen > line && in.getByte(from + seen - 1) == Octets.CR;
    boolean isCr = octet == Octets.CR;
    if (afterCr != (octet == Octets.LF) || (!afterCr && !isCr && !Octets.isText(octet))) {
      throw Refused.because("a line that ends otherwise, or a byte that no line has");
    }
    seen++;
    return afterCr;
  }
}
