package vn.gocua.system.fault;

import vn.gocua.system.chaos.load.PhoneScript;

/** Whether the engine is there, for phones that wait for it to come back. Safe for threads. */
final class Outage implements PhoneScript {
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

  @Override
  public synchronized boolean finishing() {
    return over;
  }

  /** How often the engine has come up so far. */
  @Override
  public synchronized int mark() {
    return starts;
  }

  /** Waits until it has come up more often than that. */
  @Override
  public synchronized void failed(int seen) throws InterruptedException {
    while (starts <= seen) {
      wait();
    }
  }
}
