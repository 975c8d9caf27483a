package vn.gocua.engine.access;

import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import vn.gocua.base.time.Schedule;
import vn.gocua.engine.access.activity.DeviceActivities;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.access.password.PasswordPolicy;
import vn.gocua.engine.access.quota.PhoneQuota;
import vn.gocua.engine.cluster.Channels;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;
import vn.gocua.engine.journal.sqlite.SqliteJournal;
import vn.gocua.engine.rights.Tokens;
import vn.gocua.engine.state.Repositories;
import vn.gocua.engine.support.RunningEngine;

/** Nodes of one installation, as far as access goes: each counts tries for itself. */
final class Accesses implements AutoCloseable {
  private static final byte[] KEY =
      "the key that all nodes of it share".getBytes(StandardCharsets.UTF_8);

  final Journal journal;
  private final Vertx vertx;
  private final Clock clock;
  private final GroupCommit commit;
  private final PasswordHashing hashing = new PasswordHashing(RunningEngine.PASSWORD_MEMORY);
  private final Schedule schedule = Schedule.ofVirtualThreads("resync");
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private int nodes;

  /** Today's date by the campaign's clock; null if days don't count. */
  volatile @Nullable LocalDate runningDay;

  Accesses(Vertx vertx, Path folder, Clock clock) {
    this.vertx = vertx;
    this.clock = clock;
    this.journal = SqliteJournal.open(folder.resolve("journal.db"));
    this.commit = new GroupCommit(journal, 1000, _ -> {});
  }

  /** Another node, or the same after a restart. */
  Access node() {
    return node(clock, KEY);
  }

  Access node(Clock itsClock) {
    return node(itsClock, KEY);
  }

  Access node(byte[] key) {
    return node(clock, key);
  }

  private Access node(Clock itsClock, byte[] key) {
    Channels channels = new Channels(vertx, "thu-nghiem", "node " + ++nodes);
    Access access =
        new Access(
            new Repositories("thu-nghiem", journal, commit, channels, threads, schedule),
            itsClock,
            new Access.Secrets(
                seed -> Tokens.hash(seed).getBytes(StandardCharsets.UTF_8),
                () -> key,
                "kiosk-token"),
            hashing,
            new PasswordPolicy(List::of),
            new Access.Phones(
                new DeviceActivities(itsClock, System::nanoTime, _ -> {}),
                new PhoneQuota(0, System::nanoTime, _ -> {}),
                () -> runningDay,
                Runnable::run));
    access.load();
    return access;
  }

  /** A try of a stranger. */
  static SignInTry stranger(String username, String password) {
    return stranger(username, password, null);
  }

  static SignInTry stranger(String username, String password, @Nullable String code) {
    return new SignInTry(username, password, code, null, "");
  }

  @Override
  public void close() {
    threads.close();
    schedule.close();
    hashing.close();
    commit.close();
    journal.close();
  }
}
