package vn.gocua.engine.http.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is let through as HTTP, however it is cut, and what is not. */
class RequestFramingTest {
  private static final String POST = "POST /api/v1/check-ins HTTP/1.1\r\nHost: x\r\n";
  private static final String CHUNKED = POST + "Transfer-Encoding: chunked\r\n\r\n";

  /**
   * Sends bytes in pieces of this size.
   *
   * @return what passed, then how many messages ended; the status of a refusal behind a «!»
   */
  private static String passed(String bytes, int piece) {
    RequestFraming framing = new RequestFraming(4096, 8192);
    ByteBuf in = Unpooled.buffer();
    StringBuilder out = new StringBuilder();
    byte[] all = bytes.getBytes(StandardCharsets.ISO_8859_1);
    try {
      for (int i = 0; i < all.length; i += piece) {
        in.writeBytes(all, i, Math.min(piece, all.length - i));
        for (int length; in.isReadable() && (length = framing.next(in)) > 0; ) {
          out.append(in.readCharSequence(length, StandardCharsets.ISO_8859_1));
        }
      }
      return out + "|" + framing.ended();
    } catch (Refused e) {
      return out + "!" + e.status();
    } finally {
      in.release();
    }
  }

  private static Stream<String> proper() {
    return Stream.of(
        "GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.0\r\n\r\n",
        "OPTIONS * HTTP/1.1\r\nHost: x:8080\r\n\r\n",
        "GET http://x/a?b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /a HTTP/1.1\r\nhost: [::1]:8080\r\nX-Empty:\r\nX-Tab: a\tb \r\nX-Name: G\u00f5\r\n\r\n",
        POST + "Content-Length: 5\r\n\r\nhello",
        POST + "Content-Length: 0\r\n\r\n",
        CHUNKED + "5\r\nhello\r\n0\r\n\r\n",
        CHUNKED
            + "00A;name=\"a b\";other\r\n0123456789\r\nb\r\n01234567\r\n9\r\n0\r\nX-Sum: 1\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("proper")
  void shouldLetProperMessagesThroughAsTheyAre(String message) {
    for (int piece : List.of(1, 2, 3, 7, 1000)) {
      assertThat(passed(message, piece)).isEqualTo(message + "|1");
      String many = message + "\r\n" + message + message;
      assertThat(passed(many, piece)).isEqualTo(many + "|3");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        " 5",
        "5 ",
        "\t5",
        "5 ;x",
        "+5",
        "-5",
        "0x5",
        "5h",
        "x",
        "5\u0000",
        "5;a=\u0001",
        "5\n",
        "5\r",
        "100000005",
        "10000000000000005",
        "000000005",
        "FFFFFFFF",
        "80000000",
        "FFFFFFFFFFFFFFFF5",
        "7fffffffffffffff",
        "\u0665",
        "5,5",
        "5.0",
        "5;\u007f",
        "1e1_"
      })
  void shouldRefuseChunkSizesThatAreNone(String size) {
    for (int piece : List.of(1, 1000)) {
      assertThat(passed(CHUNKED + size + "\r\nhello\r\n0\r\n\r\n", piece))
          .isEqualTo(CHUNKED + "!400");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "5\r\nhello0\r\n\r\n",
        "5\r\nhello\n0\r\n\r\n",
        "5\r\nhello\r0\r\n\r\n",
        "5\nhello\r\n0\r\n\r\n",
        "5\r\nhello!\r\n0\r\n\r\n",
        "0\r\nX: 1\n\r\n",
        "0\r\n X: 1\r\n\r\n",
        "0\r\nX : 1\r\n\r\n",
        "0\r\nContent-Length: 5\r\n\r\n",
        "0\r\nTransfer-Encoding: chunked\r\n\r\n",
        "0\r\nHost: y\r\n\r\n"
      })
  void shouldRefuseChunksThatDoNotEndAsTheyShould(String body) {
    for (int piece : List.of(1, 1000)) {
      assertThat(passed(CHUNKED + body, piece)).startsWith(CHUNKED).endsWith("!400");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / HTTP/1.1\nHost: x\n\n",
        "GET / HTTP/1.1\r\nHost: x\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n\n",
        "GET / HTTP/1.1\r\nHost: x\r\rX: y\r\n\r\n",
        "\nGET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost:\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.0\r\nHost: x\r\nhOST: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x, y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x/y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: a@x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x:99999\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x:a\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n",
        "GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        "GET / HTTP/1.1\r\n Host: x\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\r\n b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\n: y\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX: a\u0000b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX\u0000: b\r\n\r\n",
        "GET / HTTP/1.1\r\nHost: x\r\nX(y): b\r\n\r\n",
        "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /\u00e9 HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET /a#b HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET  / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / a HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET\t/ HTTP/1.1\r\nHost: x\r\n\r\n",
        " GET / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GE(T / HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.2\r\nHost: x\r\n\r\n",
        "GET / http/1.1\r\nHost: x\r\n\r\n",
        "GET / HTTP/1.1 \r\nHost: x\r\n\r\n",
        "GET /\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\n",
        "GET * HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET x HTTP/1.1\r\nHost: x\r\n\r\n",
        "CONNECT x:80 HTTP/1.1\r\nHost: x:80\r\n\r\n",
        "GET ftp://x/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http:/a HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://y/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http://a@x/ HTTP/1.1\r\nHost: x\r\n\r\n",
        "GET http:///a HTTP/1.1\r\nHost: x\r\n\r\n"
      })
  void shouldRefuseHeadsThatAnotherCouldReadOtherwise(String head) {
    for (int piece : List.of(1, 1000)) {
      assertThat(passed(head, piece)).isEqualTo("!400");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 5\r\nContent-Length: 5",
        "Content-Length: 5\r\ncontent-length: 6",
        "Content-Length: 5, 5",
        "Content-Length: +5",
        "Content-Length: -5",
        "Content-Length: 0x5",
        "Content-Length: 5 5",
        "Content-Length: 5.0",
        "Content-Length:",
        "Content-Length: 99999999999999999999",
        "Content-Length: 18446744073709551621",
        "Content-Length: 5\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked\r\nContent-Length: 5",
        "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked",
        "Transfer-Encoding: chunked, chunked",
        "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: gzip",
        "Transfer-Encoding: xchunked",
        "Transfer-Encoding: \u000bchunked",
        "Transfer-Encoding:",
        "Transfer-Encoding: identity"
      })
  void shouldRefuseLengthsInDoubt(String fields) {
    for (int piece : List.of(1, 1000)) {
      assertThat(passed(POST + fields + "\r\n\r\nhello", piece)).isEqualTo("!400");
    }
  }

  @Test
  void shouldRefuseWhatIsTooLong() {
    String address = "GET /" + "a".repeat(4096) + " HTTP/1.1\r\nHost: x\r\n\r\n";
    String field = "GET / HTTP/1.1\r\nHost: x\r\nX: " + "a".repeat(8192) + "\r\n\r\n";
    String fields = "GET / HTTP/1.1\r\nHost: x\r\n" + "X: y\r\n".repeat(2000) + "\r\n";
    String extension = CHUNKED + "5;" + "a".repeat(300) + "\r\nhello\r\n0\r\n\r\n";
    for (int piece : List.of(1, 100_000)) {
      assertThat(passed(address, piece)).isEqualTo("!414");
      assertThat(passed(field, piece)).isEqualTo("!431");
      assertThat(passed(fields, piece)).isEqualTo("!431");
      assertThat(passed(extension, piece)).isEqualTo(CHUNKED + "!400");
      assertThat(passed("\r\n".repeat(50), piece)).endsWith("!400");
    }
  }

  @Test
  void shouldAnswerWhatCameBeforeTheRefusedOne() {
    String good = CHUNKED + "5\r\nhello\r\n0\r\n\r\n";
    assertThat(passed(good + "GET / HTTP/1.1\n\n", 1000)).isEqualTo(good + "!400");
  }
}
