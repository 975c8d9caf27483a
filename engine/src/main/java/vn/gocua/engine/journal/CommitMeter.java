package vn.gocua.engine.journal;

/** Told what group commit does, for those who watch over it. */
public interface CommitMeter {
  /** Nobody watches. */
  CommitMeter NONE = (_, _) -> {};

  /** One append took so many events and so long. */
  void committed(int events, long nanos);
}
