package vn.gocua.engine.journal;

/** Measures group commit. */
public interface CommitMeter {
  /** Measures nothing. */
  CommitMeter NONE = (_, _) -> {};

  /** One append took so many events and so long. */
  void committed(int events, long nanos);
}
