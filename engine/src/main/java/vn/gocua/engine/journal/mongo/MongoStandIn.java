package vn.gocua.engine.journal.mongo;

import de.bwaldvogel.mongo.MongoServer;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * A stand-in for MongoDB on this machine, in memory only: for trying a cluster out and for tests.
 * What it is told is gone when it ends.
 */
@Command(
    name = "mongo-stand-in",
    mixinStandardHelpOptions = true,
    description =
        "An in-memory stand-in for MongoDB, for trials only: it forgets everything when it ends.")
public final class MongoStandIn implements Callable<Integer> {
  @Option(
      names = "--port",
      defaultValue = "27017",
      description = "on 127.0.0.1; default: ${DEFAULT-VALUE}")
  private int port = 27017;

  @Override
  public Integer call() throws InterruptedException {
    MongoServer server = new MongoServer(new StandInBackend());
    server.bind("127.0.0.1", port);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform()
                .unstarted(() -> {
                  server.shutdownNow();
                  stopped.countDown();
                }));
    System.out.println(
        "mongo-stand-in: mongodb://127.0.0.1:" + port + "/gocua (in memory, trial only)");
    stopped.await();
    return 0;
  }
}
