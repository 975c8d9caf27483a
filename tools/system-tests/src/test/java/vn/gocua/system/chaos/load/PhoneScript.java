package vn.gocua.system.chaos.load;

/** What a phone does between its requests, and when it may stop. */
public interface PhoneScript {
  /** From now on phones only send what is left. */
  boolean finishing();

  /** Remembers where the script stands before a request; handed back if that fails. */
  int mark();

  /** A request failed: waits until another is worth trying. */
  void failed(int mark) throws InterruptedException;

  /** A request was answered: waits as long as a phone does until its next. */
  default void answered() throws InterruptedException {}
}
