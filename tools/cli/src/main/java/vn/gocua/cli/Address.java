package vn.gocua.cli;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Address of one of our programs on this machine. */
record Address(String scheme, String host, int port) {
  private static final int CONNECT_MS = 1000;
  private static final int READ_MS = 5000;

  /** An address that one can connect to, for one that is listened on. */
  static Address listening(String scheme, String host, int port) {
    return new Address(
        scheme,
        switch (host) {
          case "0.0.0.0", "" -> "127.0.0.1";
          case "::", "[::]" -> "::1";
          default -> host.replaceAll("^\\[|\\]$", "");
        },
        port);
  }

  Address at(int otherPort) {
    return new Address(scheme, host, otherPort);
  }

  String url() {
    return scheme + "://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  /** Whether a program listens there. */
  boolean isTaken() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), CONNECT_MS);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Whether it stays taken: a program killed just now may still be releasing it. */
  boolean staysTaken() throws InterruptedException {
    for (int tries = 1; isTaken(); tries++) {
      if (tries == 5) {
        return true;
      }
      Thread.sleep(300);
    }
    return false;
  }

  /** The next free port, from this one on. */
  Address free() {
    Address free = this;
    while (free.isTaken()) {
      free = at(free.port + 1);
    }
    return free;
  }

  /** Whether a GET is answered with 200, with any certificate. */
  boolean answers(String path) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(url() + path).toURL().openConnection();
      if (connection instanceof HttpsURLConnection secure) {
        secure.setSSLSocketFactory(anyCertificate().getSocketFactory());
        secure.setHostnameVerifier((_, _) -> true);
      }
      connection.setConnectTimeout(CONNECT_MS);
      connection.setReadTimeout(READ_MS);
      boolean ok = connection.getResponseCode() == 200;
      connection.disconnect();
      return ok;
    } catch (IOException | GeneralSecurityException _) {
      return false;
    }
  }

  private static SSLContext anyCertificate() throws GeneralSecurityException {
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        null,
        new TrustManager[] {
          new X509TrustManager() {
            @Override
            public void checkClientTrusted(X509Certificate[] chain, String type) {}

            @Override
            public void checkServerTrusted(X509Certificate[] chain, String type) {}

            @Override
            public X509Certificate[] getAcceptedIssuers() {
              return new X509Certificate[0];
            }
          }
        },
        null);
    return context;
  }
}
