package vn.gocua.testkit.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.util.concurrent.CountDownLatch;
import vn.gocua.base.console.Parent;

/** A MongoDB stand-in in memory, for trials and tests. Its data ends with it. */
public final class FakeMongo implements AutoCloseable {
  private final MongoServer server = new MongoServer(new FakeMongoBackend());
  private final int port;

  private FakeMongo(int port) {
    server.bind("127.0.0.1", port);
    this.port = server.getLocalAddress().getPort();
  }

  /** Listens on a free port of this machine. */
  public static FakeMongo start() {
    return new FakeMongo(0);
  }

  /** Runs until the process is stopped; the argument is the port. */
  public static void main(String[] arguments) throws InterruptedException {
    FakeMongo mongo = new FakeMongo(Integer.parseInt(Parent.watch(arguments)[0]));
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  mongo.close();
                  stopped.countDown();
                }));
    System.out.println("mongo-stand-in: " + mongo.uri() + "/gocua (in memory, trial only)");
    stopped.await();
  }

  /** Its address, without a database's name. */
  public String uri() {
    return "mongodb://127.0.0.1:" + port;
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
