package vn.gocua.chaos.system;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import vn.gocua.engine.fault.EngineProcess;

/** The stand-in for MongoDB in a process of its own, in memory: it outlives the engines. */
final class StandInProcess implements AutoCloseable {
  private final Process process;
  private final InetSocketAddress address;

  private StandInProcess(Process process, int port) {
    this.process = process;
    this.address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  static StandInProcess start(Path folder) throws IOException {
    int port = EngineProcess.freePort();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    // It keeps all it is told: with too little room it collects, and nothing else.
                    "-Xmx4g",
                    "-XX:+UseParallelGC",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "vn.gocua.engine.Main",
                    "mongo-stand-in",
                    "--port",
                    String.valueOf(port)))
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

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
