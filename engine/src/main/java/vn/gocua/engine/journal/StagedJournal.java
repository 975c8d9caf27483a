package vn.gocua.engine.journal;

/**
 * A journal that is being copied, beside the place of the real one. It takes that place when it is
 * complete and checked, so that no engine starts on half of it. An interrupted copy is resumed when
 * the same place is opened again.
 */
public interface StagedJournal extends AutoCloseable {

  /** The journal to fill. */
  Journal journal();

  /** Its place, for a person who wants to remove it. */
  String place();

  /**
   * Makes it the journal, durably. Called once; nothing can be appended afterwards.
   *
   * @throws JournalExists if a journal exists by now; the unfinished one stays
   */
  void finish();

  /** Closes the store; an unfinished copy stays. */
  @Override
  void close();
}
