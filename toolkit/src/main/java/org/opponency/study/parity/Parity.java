package org.opponency.study.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.opponency.engine.Compute;
import org.opponency.io.Progress;

/** Runs the golden checks on this machine. */
public final class Parity {
  /** As many as the peer had: PyTorch chooses some algorithms by it. */
  private static final int THREADS = 2;

  private Parity() {}

  /**
   * The certificate: a line for each comparison of pictures, networks and training. Takes about a
   * minute on two cores and 2 GiB of memory.
   *
   * @param progress told before each subject
   * @throws IllegalStateException if a network lacks a tensor that PyTorch has, or has one more
   */
  public static List<ParityCheck> certificate(Consumer<Progress> progress) {
    return certificate(subjects(), progress);
  }

  /** As much of the certificate as takes seconds: small networks instead of the paper's. */
  public static List<ParityCheck> quickCertificate(Consumer<Progress> progress) {
    return certificate(subjects().stream().filter(Subject::quick).toList(), progress);
  }

  private static List<ParityCheck> certificate(
      List<Subject> subjects, Consumer<Progress> progress) {
    List<ParityCheck> checks = new ArrayList<>();
    for (int i = 0; i < subjects.size(); i++) {
      Subject subject = subjects.get(i);
      progress.accept(new Progress("parity", i, subjects.size(), subject.name()));
      checks.addAll(check(subject));
    }
    progress.accept(new Progress("parity", subjects.size(), subjects.size(), ""));
    return checks;
  }

  static List<Subject> subjects() {
    List<Subject> subjects = new ArrayList<>(PictureSubject.all());
    subjects.addAll(NetworkSubject.all());
    subjects.addAll(TrainingSubject.all());
    return subjects;
  }

  static List<ParityCheck> check(Subject subject) {
    try (Compute.Threads kept = Compute.keepThreads()) {
      Compute.threads(THREADS);
      return subject.checks();
    }
  }
}
