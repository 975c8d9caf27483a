package vn.gocua.engine.http.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links as chat apps hand them on: what was added is left out, what was cut is not guessed. */
class SharedLinksTest {
  private static final String TOKEN = "aB3_-xYz0123456789AbCd";
  private static final SharedLinks LINKS = links();

  private static SharedLinks links() {
    SharedLinks links = new SharedLinks();
    links.page("/t");
    links.file("/t/ticket.js");
    links.codes("/g/", Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*", Pattern.CASE_INSENSITIVE));
    links.file("/g/guide.css");
    links.codes("/d/", Pattern.compile("[A-Za-z0-9_-]{22}"));
    return links;
  }

  /** What messages, sentences and apps put behind a link, as a browser sends it. */
  static Stream<String> endings() {
    return Stream.of(
        ".",
        ",",
        ";",
        ":",
        "!",
        ")",
        "]",
        "}",
        "'",
        "*",
        "&fbclid=IwAR0",
        ".)",
        "...",
        "/",
        "//",
        "%20",
        "%0A",
        "%0D%0A",
        "%09",
        "%22",
        "%3E",
        "%5D",
        "%3C/a",
        "%E2%80%9D",
        "%E2%80%99",
        "%C2%BB",
        "%E2%80%A6",
        "%E2%80%8B",
        "%EF%BB%BF",
        "%EF%BC%8C",
        "%E3%80%82",
        "%",
        "%E",
        "%zz",
        "%E1%BB",
        "%2",
        "%00",
        ".?zarsrc=30",
        "%20xem%20nh%C3%A9");
  }

  @ParameterizedTest
  @MethodSource("endings")
  void shouldFindAGuideWhateverFollows(String ending) {
    assertThat(LINKS.mended("/g/an-toan-tren-mang" + ending)).isEqualTo("/g/an-toan-tren-mang");
  }

  @ParameterizedTest
  @MethodSource("endings")
  void shouldFindADocumentWhateverFollows(String ending) {
    assertThat(LINKS.mended("/d/" + TOKEN + ending)).isEqualTo("/d/" + TOKEN);
  }

  /** The ticket itself is behind the «#», which no browser sends. */
  @ParameterizedTest
  @ValueSource(strings = {"/t/", "/t,", "/t.", "/t%20", "/t%E2%80%8B", "//t", "/T", "/t%", "/t%E1"})
  void shouldFindTheTicketsPage(String address) {
    assertThat(LINKS.mended(address)).isEqualTo("/t");
  }

  @ParameterizedTest
  @CsvSource({
    "//g//ihanoi, /g/ihanoi",
    "/G/IHANOI., /g/IHANOI",
    "/g/(ihanoi), /g/ihanoi",
    "/g/%E2%80%9Cihanoi%E2%80%9D, /g/ihanoi",
    "/g/ihanoi-, /g/ihanoi",
    "/g/i%E2%80%8Bhanoi, /g/ihanoi",
    "/%EF%BD%87/%EF%BD%89hanoi, /g/ihanoi",
    "/g/ihanoihttps://a.vn/g/ihanoi, /g/ihanoi",
    "/d/aB3_-xYz012%0A3456789AbCd, /d/aB3_-xYz0123456789AbCd",
    "/t%23HV-4821.abc_-9%2C, /t#HV-4821.abc_-9",
    "/%23code=7K2M-9PQR, /#code=7K2M-9PQR",
    "/., /",
    "//, /",
    "/%, /",
    "/%E2%80%8B?zarsrc=30, /"
  })
  void shouldReadALinkAsAPersonWould(String address, String meant) {
    assertThat(LINKS.mended(address)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/?zarsrc=30",
        "/t",
        "/t?fbclid=x",
        "/t/ticket.js",
        "/t/ticket.js?v=1",
        "/g/guide.css",
        "/g/ihanoi",
        "/g/ihanoi?zarsrc=30",
        "/g/IHANOI",
        "/d/aB3_-xYz0123456789AbCd",
        "/d/aB3_-xYz01234567",
        "/d/",
        "/g/",
        "/g/.",
        "/tai-lieu",
        "/js/app.js",
        "/nothing.html",
        "/%2e%2e/openapi.yaml",
        "*",
        "http://evil.invalid/g/ihanoi."
      })
  void shouldLeaveAloneWhatNeedsNoMendingOrHasNoWholeCode(String address) {
    assertThat(LINKS.mended(address)).isNull();
  }

  @Test
  void shouldLeadNowhereElse() {
    for (String address :
        new String[] {
          "//evil.invalid/g/x.", "/%5Cevil.invalid", "/t%23//evil.invalid", "//t%23x%0D%0Ay"
        }) {
      String meant = LINKS.mended(address);
      assertThat(meant == null || meant.matches("/(?:[gdt]/?)?[A-Za-z0-9#._-]*"))
          .as("%s → %s", address, meant)
          .isTrue();
    }
  }
}
