package vn.gocua.cli;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import vn.gocua.base.console.Console;
import vn.gocua.base.file.PrivateFile;
import vn.gocua.protocol.health.HealthEndpoints;

/** Several engines and a kiosk on this machine, as one cluster: for trials and tests. */
final class ClusterCommand {
  private static final String LOOPBACK = "127.0.0.1";
  private static final int FIRST_CLUSTER_PORT = 5701;
  private static final int FIRST_MONGO_PORT = 27117;

  private final int nodes;
  private final String systemTests;
  private final Installation installation;
  private final Children children = new Children();
  private final Programs programs;
  private final Path folder;
  private final List<Process> engines = new ArrayList<>();
  private String mongo;

  /**
   * Builds and prepares a cluster.
   *
   * @param mongo a replica set's connection string; empty for a stand-in in memory
   */
  ClusterCommand(Path top, int nodes, String mongo, Clock clock)
      throws IOException, InterruptedException {
    this.nodes = nodes;
    this.mongo = mongo;
    installation = Installation.built(top);
    systemTests = mongo.isEmpty() ? new SystemTests(installation, "cluster").build() : "";
    installation.settled();
    programs = new Programs(installation, children);
    folder = Trial.folder(installation.data(), "data-cluster", "config", clock);
  }

  int run() throws IOException, InterruptedException {
    List<Integer> ports = layOut();
    children.onSignal(() -> {
      end();
      return 0;
    });
    if (mongo.isEmpty()) {
      startFakeMongo();
    }
    Address http = new Address("http", LOOPBACK, installation.engine.port());
    for (int n = 1; n <= nodes; n++) {
      http = http.free();
      startNode(n, ports.get(n - 1), http);
      if (n == 1) {
        installation.environment.put("GOCUA_ENGINE_URL", http.url());
      }
      http = http.at(http.port() + 1);
    }
    installation.kiosk = installation.kiosk.free();
    installation.environment.put("GOCUA_KIOSK_PORT", String.valueOf(installation.kiosk.port()));
    installation.environment.put("GOCUA_DATA", folder.resolve("kiosk").toString());
    Process kiosk = programs.startKiosk();
    String password = installation.setting("GOCUA_LEADER_PASSWORD_FILE");
    Console.say(
        "cli.cluster",
        installation.kiosk.url(),
        password.isEmpty() ? "GOCUA_LEADER_PASSWORD" : password,
        folder);
    watch(kiosk);
    end();
    return 1;
  }

  private void watch(Process kiosk) throws InterruptedException {
    Set<Process> gone = new HashSet<>();
    while (kiosk.isAlive() && gone.size() < nodes) {
      children.nap(500);
      for (Process engine : engines) {
        if (!engine.isAlive() && gone.add(engine)) {
          children.nap(0);
          Console.say("cli.node-ended", String.valueOf(engine.pid()));
        }
      }
    }
    children.nap(0);
    if (gone.size() == nodes) {
      Console.complain(Console.text("cli.no-node-left"));
    }
  }

  /** Stops the kiosk first, then the engines together, then the journal's process. */
  private void end() {
    children.endAll(engines);
  }

  private List<Integer> layOut() throws IOException {
    Path config = folder.resolve("config");
    Trial.copy(Path.of(installation.setting("GOCUA_CONFIG")), config);
    List<Integer> ports = new ArrayList<>();
    Address member = new Address("http", LOOPBACK, FIRST_CLUSTER_PORT);
    for (int n = 0; n < nodes; n++) {
      member = member.free();
      ports.add(member.port());
      member = member.at(member.port() + 1);
    }
    Files.writeString(
        config.resolve("hazelcast.yaml"),
        "clusterName: gocua-trial-%d\nmembers: [%s]\n"
            .formatted(
                ProcessHandle.current().pid(),
                String.join(", ", ports.stream().map(port -> LOOPBACK + ":" + port).toList())));
    provide("GOCUA_LEADER_PASSWORD", "leader-password", 12);
    provide("GOCUA_KIOSK_TOKEN", "kiosk-token", 24);
    if (installation.setting("GOCUA_VAULT_KEY_FILE").isEmpty()) {
      installation.environment.put("GOCUA_VAULT_KEY_FILE", folder.resolve("vault.key").toString());
    }
    return ports;
  }

  /** Generates a secret that was not given. */
  private void provide(String variable, String file, int bytes) throws IOException {
    if ((installation.setting(variable) + installation.setting(variable + "_FILE")).isEmpty()) {
      Path secret = folder.resolve(file);
      PrivateFile.write(secret, Trial.secret(bytes));
      installation.environment.put(variable + "_FILE", secret.toString());
    }
  }

  private void startFakeMongo() throws IOException, InterruptedException {
    Address address = new Address("http", LOOPBACK, FIRST_MONGO_PORT).free();
    mongo = "mongodb://" + LOOPBACK + ":" + address.port() + "/gocua";
    Process process =
        children.start(
            installation.java("-cp", systemTests, "vn.gocua.testkit.mongo.FakeMongo"),
            List.of(String.valueOf(address.port())),
            installation.withoutSecrets(),
            log("mongo-stand-in"));
    while (!address.isTaken()) {
      if (!process.isAlive()) {
        throw new Failed(1, Console.text("cli.no-stand-in", folder));
      }
      children.nap(200);
    }
    Console.say("cli.stand-in");
  }

  private void startNode(int n, int clusterPort, Address http)
      throws IOException, InterruptedException {
    Map<String, String> environment = new TreeMap<>(installation.environment);
    environment.put("GOCUA_DATA", folder.resolve("node-" + n).toString());
    environment.put("GOCUA_CONFIG", folder.resolve("config").toString());
    environment.put("GOCUA_HOST", LOOPBACK);
    environment.put("GOCUA_ENGINE_PORT", String.valueOf(http.port()));
    environment.put("GOCUA_CLUSTER_PORT", String.valueOf(clusterPort));
    environment.put("GOCUA_JOURNAL", mongo);
    Process engine =
        children.start(
            installation.jar("engine", "-Xmx512m"), List.of(), environment, log("node-" + n));
    engines.add(engine);
    int code = programs.ready(engine, http, HealthEndpoints.READY.path());
    if (code >= 0) {
      end();
      throw new Failed(
          code == 0 ? 1 : code,
          Console.text("cli.node-refused", n)
              + "\n"
              + Files.readString(folder.resolve("node-" + n + ".log")).stripTrailing());
    }
    Console.say("cli.node", n, http.url(), String.valueOf(engine.pid()));
  }

  private Redirect log(String name) {
    return Redirect.to(folder.resolve(name + ".log").toFile());
  }
}
