package org.opponency.training;

/** Follows a training run; called between its steps, on its own thread. */
@FunctionalInterface
public interface TrainingListener {
  /** After every optimiser step. */
  void step(Step step);

  /** After every epoch; when a run goes on, once more for each epoch that it has behind it. */
  default void epoch(EpochLog epoch) {}

  /**
   * What a person should know although training goes on, such as a damaged checkpoint or a full
   * disk. It also stands in the run's log file.
   */
  default void note(String note) {}
}
