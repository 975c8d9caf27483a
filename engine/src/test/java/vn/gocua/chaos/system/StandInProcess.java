package vn.gocua.chaos.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import vn.gocua.engine.fault.EngineProcess;

/** The stand-in for MongoDB in a process of its own, in memory: it outlives the engines. */
public final class StandInProcess implements AutoCloseable {
  private final Process process;
  private final InetSocketAddress address;

  private StandInProcess(Process process, int port) {
    this.process = process;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  /**
   * Starts one and returns when it answers.
   *
   * @param memory flags of its JVM: it keeps all it is told, and with too little room it collects
   *     garbage and does nothing else
   */
  public static StandInProcess start(Path folder, String... memory) throws IOException {
    int port = EngineProcess.freePort();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(memory));
    command.addAll(
        List.of(
            "-XX:+UseParallelGC",
            "-cp",
            System.getProperty("java.class.path"),
            "vn.gocua.engine.Main",
            "mongo-stand-in",
            "--port",
            String.valueOf(port)));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("mongo-stand-in.txt").toFile())
            .start();
    StandInProcess standIn = new StandInProcess(process, port);
    await().atMost(Duration.ofMinutes(1)).until(standIn::answers);
    return standIn;
  }

  private boolean answers() {
    try (Socket socket = new Socket()) {
      socket.connect(address, 500);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  InetSocketAddress address() {
    return address;
  }

  /** Where it is reached, without a database's name. */
  public String uri() {
    return "mongodb://127.0.0.1:" + address.getPort();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
