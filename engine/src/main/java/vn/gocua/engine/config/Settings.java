package vn.gocua.engine.config;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.base.settings.ConfigErrors;
import vn.gocua.base.settings.SettingSource;
import vn.gocua.base.settings.TrustedProxies;

/**
 * The engine's settings, from the environment and {@code engine.yaml}; the environment wins.
 *
 * @param publicUrl the address that phones can reach, without a slash at its end
 * @param journal {@link #EMBEDDED}, or a MongoDB connection string
 * @param leaderPassword of the first account when it is made, never later; null: one is generated
 * @param kioskToken token of the kiosk's server; null: one is generated and kept in the data folder
 * @param vaultKeyFile the key of the vault, outside the data folder
 * @param documentMegabytes size of the largest document
 * @param retentionDays days until contacts are erased, after the end of their purpose
 * @param expiryDays days until a help request that is still open ends by itself
 * @param controller named in every consent
 * @param phoneQuota newly accepted items an hour and phone; 0: no quota
 * @param readingLimits how many contacts phones and leaders may newly read
 * @param tls certificate and key, if the engine itself speaks HTTPS
 * @param securityContacts where to report a vulnerability, as addresses; may be empty
 * @param trustedProxies proxies whose {@code X-Forwarded-…} headers are used
 * @param scrapeToken lets a Prometheus read /metrics; null: only leaders may
 * @param clock the campaign's time
 * @param rehearsal whether that time is made up
 * @param passwordMemory KiB that a new password's hash takes; nobody can set it
 */
public record Settings(
    Path data,
    Path config,
    String host,
    int port,
    String publicUrl,
    String journal,
    @Nullable String leaderPassword,
    List<String> securityContacts,
    @Nullable String scrapeToken,
    @Nullable String kioskToken,
    Path vaultKeyFile,
    int retentionDays,
    int expiryDays,
    DataController controller,
    int documentMegabytes,
    int phoneQuota,
    ReadingLimits readingLimits,
    @Nullable TlsFiles tls,
    TrustedProxies trustedProxies,
    Clock clock,
    boolean rehearsal,
    int passwordMemory) {

  /** What OWASP's cheat sheet asks of Argon2id at least, with two passes: 19 MiB. */
  public static final int PASSWORD_MEMORY = 19 * 1024;

  /** The journal in one file under the data folder. */
  public static final String EMBEDDED = "sqlite";

  /** The embedded journal's file in the data folder. */
  public static final String JOURNAL_FILE = "journal.db";

  /** The embedded vault's file in the data folder. */
  public static final String VAULT_FILE = "vault.db";

  private static final int RETENTION_DAYS = 30;
  private static final int EXPIRY_DAYS = 60;
  private static final int DOCUMENT_MEGABYTES = 200;
  private static final int MOST_MEGABYTES = 2000;
  private static final int PHONE_QUOTA = 1000;
  private static final int MOST_QUOTA = 1_000_000;
  private static final int MOST_CONTACTS = 100_000;
  private static final int SHORTEST_TOKEN = 24;

  /** Settings that {@code engine.yaml} may have, with their keys. */
  private static final Map<String, String> KEYS =
      Map.ofEntries(
          Map.entry("GOCUA_DATA", "data"),
          Map.entry("GOCUA_HOST", "host"),
          Map.entry("GOCUA_ENGINE_PORT", "enginePort"),
          Map.entry("GOCUA_PUBLIC_URL", "publicUrl"),
          Map.entry("GOCUA_JOURNAL", "journal"),
          Map.entry("GOCUA_VAULT_KEY_FILE", "vaultKeyFile"),
          Map.entry("GOCUA_TLS_CERT", "tlsCert"),
          Map.entry("GOCUA_TLS_KEY", "tlsKey"),
          Map.entry("GOCUA_TRUSTED_PROXIES", "trustedProxies"),
          Map.entry("GOCUA_RETENTION_DAYS", "retentionDays"),
          Map.entry("GOCUA_EXPIRY_DAYS", "expiryDays"),
          Map.entry("GOCUA_DATA_CONTROLLER", "dataController"),
          Map.entry("GOCUA_DATA_CONTACT", "dataContact"),
          Map.entry("GOCUA_DOCUMENT_MEGABYTES", "documentMegabytes"),
          Map.entry("GOCUA_PHONE_QUOTA", "phoneQuota"),
          Map.entry("GOCUA_PHONE_CONTACTS_HOUR", "phoneContactsHour"),
          Map.entry("GOCUA_PHONE_CONTACTS_DAY", "phoneContactsDay"),
          Map.entry("GOCUA_LEADER_CONTACTS_HOUR", "leaderContactsHour"),
          Map.entry("GOCUA_LEADER_CONTACTS_DAY", "leaderContactsDay"),
          Map.entry("GOCUA_SECURITY_CONTACT", "securityContact"),
          Map.entry("GOCUA_CLOCK", "clock"));

  /** PEM files: the certificate with its chain, and its private key. */
  public record TlsFiles(Path certificate, Path key) {}

  /** Reads the settings; every mistake is noted in {@code errors}. */
  public static Settings read(
      Map<String, String> environment, Clock realTime, ConfigErrors errors) {
    SettingSource source = SettingSource.of(environment, "engine.yaml", KEYS, errors);
    String host = source.text("GOCUA_HOST", "127.0.0.1");
    int port = source.port("GOCUA_ENGINE_PORT", 1, 8080);
    Path data = source.folder("GOCUA_DATA", "data");
    TlsFiles tls = tls(source, errors);
    return new Settings(
        data,
        source.config(),
        host,
        port,
        publicUrl(source, own(host, port, tls != null)),
        journal(source),
        source.secret("GOCUA_LEADER_PASSWORD"),
        source.contacts("GOCUA_SECURITY_CONTACT"),
        source.secret("GOCUA_SCRAPE_TOKEN"),
        kioskToken(source, errors),
        vaultKeyFile(source, data),
        source.number("GOCUA_RETENTION_DAYS", 1, 9999, RETENTION_DAYS, "retention"),
        source.number("GOCUA_EXPIRY_DAYS", 1, 9999, EXPIRY_DAYS, "retention"),
        DataController.read(source),
        source.number(
            "GOCUA_DOCUMENT_MEGABYTES", 1, MOST_MEGABYTES, DOCUMENT_MEGABYTES, "megabytes"),
        source.number("GOCUA_PHONE_QUOTA", 0, MOST_QUOTA, PHONE_QUOTA, "quota"),
        new ReadingLimits(
            contacts(source, "GOCUA_PHONE_CONTACTS_HOUR", ReadingLimits.USUAL.phoneHour()),
            contacts(source, "GOCUA_PHONE_CONTACTS_DAY", ReadingLimits.USUAL.phoneDay()),
            contacts(source, "GOCUA_LEADER_CONTACTS_HOUR", ReadingLimits.USUAL.leaderHour()),
            contacts(source, "GOCUA_LEADER_CONTACTS_DAY", ReadingLimits.USUAL.leaderDay())),
        tls,
        source.proxies("GOCUA_TRUSTED_PROXIES"),
        clock(source, realTime),
        source.optional("GOCUA_CLOCK") != null,
        PASSWORD_MEMORY);
  }

  private static int contacts(SettingSource source, String name, int usual) {
    return source.number(name, 0, MOST_CONTACTS, usual, "contacts");
  }

  private static String journal(SettingSource source) {
    String secret = source.secret("GOCUA_JOURNAL");
    String journal = secret == null ? source.text("GOCUA_JOURNAL", EMBEDDED) : secret.strip();
    if (!journal.equals(EMBEDDED) && !journal.matches("mongodb(\\+srv)?://.+")) {
      source.error("GOCUA_JOURNAL", "journal");
    }
    return journal;
  }

  private static String own(String host, int port, boolean tls) {
    String reachable = host.equals("0.0.0.0") ? "127.0.0.1" : host;
    return (tls ? "https://" : "http://") + reachable + ":" + port;
  }

  private static @Nullable TlsFiles tls(SettingSource source, ConfigErrors errors) {
    Path certificate = source.file("GOCUA_TLS_CERT");
    Path key = source.file("GOCUA_TLS_KEY");
    if (certificate == null && key == null) {
      return null;
    }
    if (certificate == null || key == null) {
      errors.add(certificate == null ? "GOCUA_TLS_CERT" : "GOCUA_TLS_KEY", "tls-pair");
      return null;
    }
    return new TlsFiles(certificate, key);
  }

  private static @Nullable String kioskToken(SettingSource source, ConfigErrors errors) {
    String token = source.secret("GOCUA_KIOSK_TOKEN");
    if (token != null && token.length() < SHORTEST_TOKEN) {
      errors.add("GOCUA_KIOSK_TOKEN", "too-short", SHORTEST_TOKEN);
    }
    return token;
  }

  /** Keeps the key outside the data folder, so that a copy of the folder opens no personal data. */
  private static Path vaultKeyFile(SettingSource source, Path data) {
    Path named = source.file("GOCUA_VAULT_KEY_FILE");
    Path file = named != null ? named : usualKeyFile(data);
    if (file.startsWith(data)) {
      source.error("GOCUA_VAULT_KEY_FILE", "key-inside");
    }
    return file;
  }

  /** Default place of the vault's key: beside the data folder. */
  public static Path usualKeyFile(Path data) {
    return data.resolveSibling(data.getFileName() + ".vault.key");
  }

  private static String publicUrl(SettingSource source, String own) {
    String url = source.text("GOCUA_PUBLIC_URL", own).replaceAll("/+$", "");
    try {
      URI uri = URI.create(url);
      if (uri.getHost() != null
          && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
        return url;
      }
    } catch (IllegalArgumentException _) {
      // Reported below.
    }
    source.error("GOCUA_PUBLIC_URL", "address", url);
    return own;
  }

  private static Clock clock(SettingSource source, Clock realTime) {
    String text = source.optional("GOCUA_CLOCK");
    try {
      return text == null
          ? Clock.tick(realTime, Duration.ofMillis(1))
          : CampaignClock.parse(text, realTime);
    } catch (IllegalArgumentException _) {
      source.error("GOCUA_CLOCK", "clock", text);
      return realTime;
    }
  }

  /** The same, in another campaign time. */
  public Settings at(Clock other) {
    return with(other, passwordMemory);
  }

  /** The same, with hashes that take so many KiB: tests, which hash often, take few. */
  public Settings withPasswordMemory(int kibibytes) {
    return with(clock, kibibytes);
  }

  private Settings with(Clock otherClock, int otherMemory) {
    return new Settings(
        data,
        config,
        host,
        port,
        publicUrl,
        journal,
        leaderPassword,
        securityContacts,
        scrapeToken,
        kioskToken,
        vaultKeyFile,
        retentionDays,
        expiryDays,
        controller,
        documentMegabytes,
        phoneQuota,
        readingLimits,
        tls,
        trustedProxies,
        otherClock,
        rehearsal,
        otherMemory);
  }

  /** Campaign seconds per real second: 1 but in a rehearsal. */
  public double clockSpeed() {
    return clock instanceof CampaignClock made ? made.speed() : 1;
  }

  /** File of the embedded journal. */
  public Path journalFile() {
    return data.resolve(JOURNAL_FILE);
  }

  /** Checks that the data folder can be made and written. */
  public void checkData(ConfigErrors errors) {
    try {
      if (!Files.isWritable(PrivateFile.folder(data))) {
        errors.add("GOCUA_DATA", "not-writable", data);
      }
    } catch (java.io.IOException e) {
      errors.add("GOCUA_DATA", "not-made", data, e.getMessage());
    }
  }

  /** Whether the journal is embedded, and so used by one engine only. */
  public boolean isEmbedded() {
    return journal.equals(EMBEDDED);
  }
}
