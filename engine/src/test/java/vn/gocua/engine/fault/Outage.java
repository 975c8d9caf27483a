package vn.gocua.engine.fault;

/** Whether the engine is there, for phones that wait for it to come back. Safe for threads. */
final class Outage {
  private int starts;
  private boolean over;

  /** The engine answers again. */
  synchronized void engineIsBack() {
    starts++;
    notifyAll();
  }

  /** From now on phones only send what is left. */
  synchronized void finish() {
    over = true;
    notifyAll();
  }

  synchronized boolean finishing() {
    return over;
  }

  /** How often the engine has come up so far. */
  synchronized int starts() {
    return starts;
  }

  /** Waits until it has come up more often than that. */
  synchronized void awaitStartAfter(int seen) throws InterruptedException {
    while (starts <= seen) {
      wait();
    }
  }
}
