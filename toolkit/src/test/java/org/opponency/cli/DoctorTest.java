package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opponency.study.Check;
import org.opponency.study.parity.ParityCheck;
import picocli.CommandLine;

class DoctorTest {
  private final StringWriter out = new StringWriter();

  @Test
  void listsEveryCheckAndFailsIfOneDoes() {
    Shell doctor = Shell.run("doctor");
    var checks = Check.all();
    assertThat(checks).hasSize(9);
    checks.forEach(check -> assertThat(doctor.out()).contains(check.what()));
    assertThat(doctor.out()).contains(System.getProperty("java.version"));
    assertThat(doctor.status()).isEqualTo(status());
    assertThat(doctor.out()).doesNotContain("tolerance");
  }

  @Test
  void theCertificateIsThatOfEveryScale() {
    assertThat(Shell.run("doctor", "--help").out()).doesNotContain("OPPONENCY_SCALE");
  }

  @Test
  void printsTheCertificate() {
    assertThat(doctor(new ParityCheck("ResNet-9", 1e-5, 3e-14, 2e-2, true))).isEqualTo(status());
    assertThat(out.toString())
        .containsMatch("what +tolerance +observed +pytorch float32 +passed\n");
    assertThat(out.toString())
        .containsMatch("ResNet-9 +1\\.00e-05 +3\\.00e-14 +0\\.0200\\d* +yes\n");
  }

  @Test
  void aFailingLineFailsTheCommand() {
    assertThat(doctor(new ParityCheck("ResNet-9", 1e-5, 1e-3, 2e-2, false))).isEqualTo(1);
    assertThat(out.toString()).containsMatch("ResNet-9.* no\n");
  }

  private int doctor(ParityCheck line) {
    CommandLine command = new CommandLine(new Doctor(() -> List.of(line)));
    command.setOut(new PrintWriter(out, true));
    return command.execute("--parity");
  }

  private static int status() {
    return Check.all().stream().allMatch(Check::passed) ? 0 : 1;
  }
}
