package vn.gocua.base.settings;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Background;

/**
 * Proxies whose {@code X-Forwarded-For}, {@code -Proto} and {@code -Host} are believed; from all
 * others these headers are ignored. {@code Forwarded} is not read: a proxy that sets one kind may
 * pass the other on as a client wrote it.
 */
public final class TrustedProxies {
  private static final Pattern NUMBER_LIKE = Pattern.compile("(?:.*\\.)?[0-9]+\\.?");
  private static final Pattern HOST_NAME =
      Pattern.compile("[A-Za-z0-9_](?:[A-Za-z0-9_.-]{0,251}[A-Za-z0-9_.])?");
  private static final Pattern IP4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(?:\\.(?!$)|$)){4}");
  private static final Pattern IP6 = Pattern.compile("[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*");

  /** Names are asked for again when they were last asked for so long ago; containers move. */
  private static final Duration FRESH = Duration.ofSeconds(5);

  private final List<Network> networks;
  private final List<String> names;
  private final AtomicLong askAgain = new AtomicLong();
  private volatile Set<InetAddress> named;

  /** An address and its neighbours, as far as their first bits are alike. */
  private record Network(InetAddress base, int bits) {
    boolean has(InetAddress address) {
      byte[] ours = base.getAddress();
      byte[] theirs = address.getAddress();
      if (ours.length != theirs.length) {
        return false;
      }
      for (int i = 0; i < bits; i++) {
        if (((ours[i / 8] ^ theirs[i / 8]) >> (7 - i % 8) & 1) != 0) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Origin of a request.
   *
   * @param address of the nearest untrusted sender
   * @param protocol between it and the outermost trusted proxy; null if unknown
   * @param host that it requested there; null likewise
   */
  public record Origin(InetAddress address, @Nullable String protocol, @Nullable String host) {
    /** Whether the way from there is known to be HTTPS. */
    public boolean isHttps() {
      return "https".equalsIgnoreCase(protocol);
    }
  }

  private TrustedProxies(List<Network> networks, List<String> names) {
    this.networks = List.copyOf(networks);
    this.names = List.copyOf(names);
    this.named = resolved(this.names);
    askAgain.set(System.nanoTime() + FRESH.toNanos());
  }

  /**
   * Reads addresses, networks such as {@code 10.0.0.0/8} and host names, with commas between them.
   * Unknown names are resolved again later.
   *
   * @param wrong receives every part that is none of these
   */
  public static TrustedProxies of(String text, Consumer<String> wrong) {
    List<Network> networks = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String entry : text.split(",", -1)) {
      String proxy = entry.strip();
      Network network = network(proxy);
      if (network != null) {
        networks.add(network);
      } else if (HOST_NAME.matcher(proxy).matches() && !NUMBER_LIKE.matcher(proxy).matches()) {
        names.add(proxy);
      } else if (!proxy.isEmpty()) {
        wrong.accept(proxy);
      }
    }
    return new TrustedProxies(networks, names);
  }

  private static @Nullable Network network(String text) {
    int slash = text.indexOf('/');
    InetAddress base = literal(slash < 0 ? text : text.substring(0, slash));
    if (base == null) {
      return null;
    }
    int most = base.getAddress().length * 8;
    String bits = slash < 0 ? String.valueOf(most) : text.substring(slash + 1);
    return bits.matches("[0-9]{1,3}") && Integer.parseInt(bits) <= most
        ? new Network(base, Integer.parseInt(bits))
        : null;
  }

  /** An address in digits; never resolves a name. */
  private static @Nullable InetAddress literal(String text) {
    if (!IP4.matcher(text).matches() && !IP6.matcher(text).matches()) {
      return null;
    }
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException _) {
      return null;
    }
  }

  /** Whether an address is one of the proxies. */
  public boolean trusts(InetAddress address) {
    if (networks.stream().anyMatch(network -> network.has(address))) {
      return true;
    }
    if (names.isEmpty()) {
      return false;
    }
    long now = System.nanoTime();
    long due = askAgain.get();
    if (now - due > 0 && askAgain.compareAndSet(due, now + FRESH.toNanos())) {
      Background.start("proxy-names", () -> named = resolved(names));
    }
    return named.contains(address);
  }

  private static Set<InetAddress> resolved(List<String> names) {
    Set<InetAddress> addresses = new HashSet<>();
    for (String name : names) {
      try {
        addresses.addAll(List.of(InetAddress.getAllByName(name)));
      } catch (UnknownHostException _) {
        // Unknown now, perhaps only for a while.
      }
    }
    return Set.copyOf(addresses);
  }

  /**
   * The origin of a request, as far as trusted proxies report it.
   *
   * @param peer other end of the connection
   * @param addresses values of {@code X-Forwarded-For}, in their order
   * @param protocols those of {@code X-Forwarded-Proto}
   * @param hosts those of {@code X-Forwarded-Host}
   */
  public Origin origin(
      InetAddress peer, List<String> addresses, List<String> protocols, List<String> hosts) {
    if (!trusts(peer)) {
      return new Origin(peer, null, null);
    }
    List<String> hops = entries(addresses);
    InetAddress nearest = peer;
    int trusted = 0;
    while (trusted <= hops.size() && trusts(nearest)) {
      trusted++;
      InetAddress before = trusted > hops.size() ? null : hop(hops.get(hops.size() - trusted));
      if (before == null) {
        break;
      }
      nearest = before;
    }
    return new Origin(nearest, said(entries(protocols), trusted), said(entries(hosts), trusted));
  }

  private static List<String> entries(List<String> values) {
    return values.stream()
        .flatMap(value -> Stream.of(value.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /** The outermost trusted proxy's value; each proxy appends or replaces. */
  private static @Nullable String said(List<String> entries, int trusted) {
    return entries.isEmpty() ? null : entries.get(Math.max(0, entries.size() - trusted));
  }

  /** An address with or without a port, in brackets or not; null if it is something else. */
  private static @Nullable InetAddress hop(String text) {
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? null : literal(text.substring(1, end));
    }
    int colon = text.indexOf(':');
    return literal(colon > 0 && colon == text.lastIndexOf(':') ? text.substring(0, colon) : text);
  }
}
