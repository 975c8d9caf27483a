package vn.gocua.engine.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import vn.gocua.engine.access.password.PasswordHashing;
import vn.gocua.engine.access.password.PasswordPolicy;
import vn.gocua.engine.journal.GroupCommit;
import vn.gocua.engine.journal.Journal;

/** Nodes of one installation, as far as access goes: each counts tries for itself. */
final class Accesses {
  static final byte[] KEY = "the key that all nodes of it share".getBytes(StandardCharsets.UTF_8);

  private Accesses() {}

  static Access on(
      Journal journal,
      GroupCommit commit,
      Clock clock,
      PasswordHashing hashing,
      Consumer<String> tellNodes) {
    return on(journal, commit, clock, hashing, tellNodes, KEY);
  }

  static Access on(
      Journal journal,
      GroupCommit commit,
      Clock clock,
      PasswordHashing hashing,
      Consumer<String> tellNodes,
      byte[] key) {
    return new Access(
        "thu-nghiem",
        journal,
        commit,
        clock,
        tellNodes,
        _ -> {},
        "kiosk-token",
        new Access.Secrets(seed -> Tokens.hash(seed).getBytes(StandardCharsets.UTF_8), () -> key),
        hashing,
        new PasswordPolicy(List::of));
  }
}
