package vn.gocua.base.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose word counts, and whose address it is in the end. */
class TrustedProxiesTest {
  private static TrustedProxies proxies(String text) {
    List<String> wrong = new ArrayList<>();
    TrustedProxies proxies = TrustedProxies.of(text, wrong::add);
    assertThat(wrong).isEmpty();
    return proxies;
  }

  private static InetAddress ip(String text) {
    return InetAddress.ofLiteral(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.5|10.0.0.5|true",
        "10.0.0.5|10.0.0.6|false",
        "10.0.0.0/8|10.255.0.1|true",
        "10.0.0.0/8|11.0.0.1|false",
        "10.0.0.128/25|10.0.0.127|false",
        "10.0.0.128/25|10.0.0.129|true",
        "0.0.0.0/0|::1|false",
        "fd00::/8|fd12:3456::1|true",
        "fd00::/8|fe00::1|false",
        "::1, 127.0.0.1|127.0.0.1|true",
        "10.0.0.5|::ffff:10.0.0.5|true",
        "localhost|127.0.0.1|true",
        "localhost|127.0.0.2|false",
        "nobody.invalid|127.0.0.1|false",
        "''|127.0.0.1|false"
      })
  void shouldTrustWhomItIsTold(String text, String address, boolean trusted) {
    assertThat(proxies(text).trusts(ip(address))).isEqualTo(trusted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0", "10.0.0.256", "10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "/8", "fd00::/129",
            "::g",
        "[::1]", "proxy/8", "a b", "*", "http://proxy", "proxy:80", "10", "-x"
      })
  void shouldSayWhatIsNoProxy(String text) {
    List<String> wrong = new ArrayList<>();
    TrustedProxies.of("127.0.0.1, " + text, wrong::add);
    assertThat(wrong).containsExactly(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "203.0.113.7|203.0.113.7|a stranger says nothing that counts",
        "10.0.0.1|198.51.100.9|what the client made up stands further left",
        "10.0.0.2|198.51.100.9|likewise"
      })
  void shouldCountTheRightmostThatIsNotTrusted(String peer, String address, String why) {
    TrustedProxies.Origin origin =
        proxies("10.0.0.0/24")
            .origin(ip(peer), List.of("192.0.2.1, 198.51.100.9", "10.0.0.9"), List.of(), List.of());
    assertThat(origin.address()).as(why).isEqualTo(ip(address));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.9:1234|198.51.100.9",
        "[2001:db8::1]:1234|2001:db8::1",
        "2001:db8::1|2001:db8::1",
        "unknown|10.0.0.1",
        "_hidden|10.0.0.1",
        "198.51.100.9, nonsense|10.0.0.1",
        "localhost|10.0.0.1",
        "''|10.0.0.1"
      })
  void shouldStopAtWhatIsNoAddress(String said, String address) {
    assertThat(
            proxies("10.0.0.1")
                .origin(ip("10.0.0.1"), List.of(said), List.of(), List.of())
                .address())
        .isEqualTo(ip(address));
  }

  @Test
  void shouldStopWhereAllAreTrusted() {
    assertThat(
            proxies("10.0.0.0/24")
                .origin(ip("10.0.0.1"), List.of("10.0.0.3, 10.0.0.2"), List.of(), List.of())
                .address())
        .isEqualTo(ip("10.0.0.3"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "10.0.0.1|198.51.100.9|https|true",
        "10.0.0.1|198.51.100.9|HTTPS|true",
        "10.0.0.1|198.51.100.9|http|false",
        "10.0.0.1|198.51.100.9|https, http|false",
        "10.0.0.1|198.51.100.9, 10.0.0.2|https, http|true",
        "10.0.0.1|198.51.100.9, 10.0.0.2|https|true",
        "10.0.0.1|''|https|true",
        "203.0.113.7|198.51.100.9|https|false"
      })
  void shouldAskTheOutermostTrustedProxyForTheWay(
      String peer, String addresses, String protocols, boolean https) {
    assertThat(
            proxies("10.0.0.0/24")
                .origin(
                    ip(peer), List.of(addresses), List.of(protocols), List.of("gocua.example.vn"))
                .isHttps())
        .isEqualTo(https);
  }
}
