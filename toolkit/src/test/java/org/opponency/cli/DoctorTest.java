package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.opponency.study.Check;

class DoctorTest {
  @Test
  void listsEveryCheckAndFailsIfOneDoes() {
    Shell doctor = Shell.run("doctor");
    var checks = Check.all();
    assertThat(checks).hasSize(6);
    checks.forEach(check -> assertThat(doctor.out()).contains(check.what()));
    assertThat(doctor.out()).contains(System.getProperty("java.version"));
    assertThat(doctor.status()).isEqualTo(checks.stream().allMatch(Check::passed) ? 0 : 1);
  }
}
