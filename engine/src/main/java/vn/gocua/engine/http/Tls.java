package vn.gocua.engine.http;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.PemKeyCertOptions;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.X509Certificate;
import java.util.Objects;
import javax.net.ssl.KeyManager;
import javax.net.ssl.X509KeyManager;
import vn.gocua.base.console.Console;
import vn.gocua.engine.config.Settings;
import vn.gocua.engine.config.StartRefused;

/** The engine's own certificate and key, proved to be usable and to belong together. */
final class Tls {
  private static final String[] KEY_TYPES = {"RSA", "EC", "EdDSA", "Ed25519", "RSASSA-PSS"};

  private Tls() {}

  /**
   * Reads the server's certificate and key, in PEM.
   *
   * @throws StartRefused if the files cannot be read, are not PEM, have expired or do not match
   */
  public static PemKeyCertOptions of(Settings.TlsFiles files, Vertx vertx) {
    try {
      PemKeyCertOptions options =
          new PemKeyCertOptions()
              .addCertValue(Buffer.buffer(Files.readAllBytes(files.certificate())))
              .addKeyValue(Buffer.buffer(Files.readAllBytes(files.key())));
      prove(options, vertx);
      return options;
    } catch (Exception e) {
      // Vert.x declares no narrower type for files that are not PEM.
      throw refused(files, e);
    }
  }

  private static void prove(PemKeyCertOptions options, Vertx vertx) throws Exception {
    for (KeyManager manager : options.getKeyManagerFactory(vertx).getKeyManagers()) {
      if (manager instanceof X509KeyManager keys) {
        String alias = alias(keys);
        X509Certificate certificate = keys.getCertificateChain(alias)[0];
        certificate.checkValidity();
        proveMatch(certificate, keys.getPrivateKey(alias));
        return;
      }
    }
    throw new GeneralSecurityException("no key was found");
  }

  private static String alias(X509KeyManager keys) throws GeneralSecurityException {
    for (String type : KEY_TYPES) {
      String[] aliases = keys.getServerAliases(type, null);
      if (aliases != null && aliases.length > 0) {
        return aliases[0];
      }
    }
    throw new GeneralSecurityException("no key was found");
  }

  private static void proveMatch(X509Certificate certificate, PrivateKey key)
      throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "RSA" -> "SHA256withRSA";
          case "EC" -> "SHA256withECDSA";
          default -> key.getAlgorithm();
        };
    byte[] words = new SecureRandom().generateSeed(32);
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(words);
    byte[] signed = signature.sign();
    signature.initVerify(certificate);
    signature.update(words);
    if (!verified(signature, signed)) {
      throw new GeneralSecurityException("the key is not this certificate's");
    }
  }

  private static boolean verified(Signature signature, byte[] signed) {
    try {
      return signature.verify(signed);
    } catch (SignatureException _) {
      return false;
    }
  }

  private static StartRefused refused(Settings.TlsFiles files, Exception e) {
    return new StartRefused(
        StartRefused.Reason.CONFIGURATION,
        Console.text(
            "start.tls",
            files.certificate(),
            files.key(),
            Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())));
  }
}
