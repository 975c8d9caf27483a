package vn.gocua.testkit.mongo;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.gocua.testkit.Ports;
import vn.gocua.testkit.Program;

/** The MongoDB stand-in in a process of its own: it outlives the engines. */
public final class FakeMongoProcess implements AutoCloseable {
  private final Program program;
  private final InetSocketAddress address;

  private FakeMongoProcess(Program program, int port) {
    this.program = program;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * Starts one and returns when it answers.
   *
   * @param memory flags of its JVM: with too little memory it only collects garbage
   */
  public static FakeMongoProcess start(Path folder, String... memory) {
    int port = Ports.free();
    List<String> command = new ArrayList<>(List.of(Program.java()));
    command.addAll(List.of(memory));
    command.addAll(
        List.of(
            "-XX:+UseParallelGC",
            "-cp",
            Program.classPath(),
            FakeMongo.class.getName(),
            String.valueOf(port)));
    FakeMongoProcess mongo = new FakeMongoProcess(Program.run(command, folder, Map.of()), port);
    await().atMost(Duration.ofMinutes(1)).until(mongo::answers);
    return mongo;
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(address, 500);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /** Its address. */
  public InetSocketAddress address() {
    return address;
  }

  /** Its address, without a database's name. */
  public String uri() {
    return "mongodb://127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    program.close();
  }
}
