package org.opponency.study.parity;

import static com.google.common.truth.Truth.assertThat;
import static org.opponency.io.Text.format;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opponency.engine.Compute;
import org.opponency.io.Progress;

/** Asserts what the certificate observes. */
class ParityTest {
  static Stream<Subject> subjects() {
    return Parity.subjects().stream();
  }

  @Test
  void theQuickPartOfTheCertificatePasses() {
    int threads = Compute.threads();
    List<Progress> told = new ArrayList<>();

    List<ParityCheck> checks = Parity.quickCertificate(told::add);

    assertThat(checks.stream().filter(check -> !check.passed()).toList()).isEmpty();
    assertThat(checks).hasSize(5 + 2 * 5 + 3);
    assertThat(told.get(told.size() - 1).finished()).isTrue();
    assertThat(Compute.threads()).isEqualTo(threads);
  }

  @Tag("slow")
  @ParameterizedTest
  @MethodSource("subjects")
  void everySubjectAgrees(Subject subject) {
    List<ParityCheck> checks = Parity.check(subject);
    assertThat(checks.stream().filter(check -> !check.passed()).toList()).isEmpty();
  }

  @Test
  void itCoversAllThatIsPromised() {
    List<String> names = Parity.subjects().stream().map(Subject::name).toList();
    for (int depth : new int[] {18, 34, 50, 101}) {
      assertThat(names).contains("ResNet-" + depth);
      assertThat(names).contains(format("ResNet-%d with retina", depth));
    }
    for (int depth = 0; depth <= 4; depth++) {
      assertThat(names).contains("CIFAR-10 network, depth " + depth);
    }
    assertThat(names).containsNoDuplicates();
  }
}
