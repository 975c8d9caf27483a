package vn.gocua.engine.cluster;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Comparator;
import java.util.List;
import vn.gocua.base.settings.ConfigErrors;

/**
 * Resolves a name to one address of this machine. In a container the name is its private network's,
 * and the address is known at run time only.
 */
final class BindAddress {
  private static final String SETTING = "GOCUA_CLUSTER_HOST";

  private BindAddress() {}

  /**
   * The address as digits; IPv4 is preferred. An address of another machine, or of all interfaces,
   * is reported to {@code errors}.
   */
  static String of(String host, ConfigErrors errors) {
    List<InetAddress> named = resolve(host);
    if (named.isEmpty()) {
      errors.add(SETTING, "unknown-host", host);
    } else if (named.stream().anyMatch(InetAddress::isAnyLocalAddress)) {
      errors.add(SETTING, "every-network", host);
    } else {
      return named.stream()
          .filter(BindAddress::isOurs)
          .min(Comparator.comparing(address -> !(address instanceof Inet4Address)))
          .map(InetAddress::getHostAddress)
          .orElseGet(() -> {
            errors.add(SETTING, "not-our-address", host, ours());
            return host;
          });
    }
    return host;
  }

  private static List<InetAddress> resolve(String host) {
    try {
      return List.of(InetAddress.getAllByName(host));
    } catch (UnknownHostException _) {
      return List.of();
    }
  }

  private static boolean isOurs(InetAddress address) {
    try {
      return NetworkInterface.getByInetAddress(address) != null;
    } catch (SocketException _) {
      return false;
    }
  }

  private static String ours() {
    try {
      return String.join(
          ", ",
          NetworkInterface.networkInterfaces()
              .flatMap(NetworkInterface::inetAddresses)
              .filter(Inet4Address.class::isInstance)
              .map(InetAddress::getHostAddress)
              .toList());
    } catch (SocketException _) {
      return "?";
    }
  }
}
