package vn.gocua.engine.journal;

/**
 * A journal in the making: what is copied lies beside the place of the real one until it is
 * complete and checked, so that no engine ever starts on half of it. What was left by a copy that
 * was cut short is still there when the same place is opened again.
 */
public interface StagedJournal extends AutoCloseable {

  /** What is filled. */
  Journal journal();

  /** Where it lies, for a person who wants to remove it. */
  String place();

  /**
   * Makes it the journal, durably. To be called once; nothing can be appended after it.
   *
   * @throws JournalExists if a journal has come into being meanwhile; what is unfinished stays
   */
  void finish();

  /** Lets go of the store; what is unfinished stays. */
  @Override
  void close();
}
