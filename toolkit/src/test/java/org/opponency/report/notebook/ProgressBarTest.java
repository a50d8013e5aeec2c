package org.opponency.report.notebook;

import static com.google.common.truth.Truth.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opponency.io.Progress;

class ProgressBarTest {
  private final List<String> lines = new ArrayList<>();
  private long seconds;
  private ProgressBar bar;

  @BeforeEach
  void startTheClock() {
    bar =
        new ProgressBar(
            (text, last) -> lines.add(text), Duration.ofSeconds(2), () -> seconds * 1_000_000_000L);
  }

  @Test
  void oneLineSaysItAll() {
    report(0, 0);
    report(100, 43);
    assertThat(lines.get(1))
        .isEqualTo("training w4 run 1  [########............]  43 %  loss 1.234  2:13 left");
  }

  @Test
  void timeLeftIgnoresWhatWasDoneBefore() {
    report(0, 50);
    report(10, 60);
    assertThat(lines.get(1)).endsWith("0:40 left");
    assertThat(lines.get(0)).doesNotContain("left");
  }

  @Test
  void linesComeNoFasterThanAskedButTheLastAlways() {
    for (int second = 0; second <= 5; second++) {
      report(second, 90 + 2 * second);
    }
    assertThat(lines).hasSize(4); // at 0, 2 and 4 seconds, and the end
    assertThat(lines.get(3)).contains("[####################] 100 %");
    assertThat(lines.get(3)).endsWith("done in 0:05");
  }

  @Test
  void newWorkStartsANewClock() {
    report(0, 0);
    seconds = 1;
    bar.accept(new Progress("training w8 run 1", 0, 10, ""));
    seconds = 3601 + 61;
    bar.accept(new Progress("training w8 run 1", 10, 10, ""));
    assertThat(lines).hasSize(3);
    assertThat(lines.get(2)).endsWith("done in 1:01:01");
  }

  @Test
  void workOfTheSameNameStartsANewClockToo() {
    report(0, 0);
    report(3600, 100);
    report(3610, 10);
    report(3620, 20);
    assertThat(lines.get(1)).endsWith("done in 1:00:00");
    assertThat(lines.get(2)).doesNotContain("left");
    assertThat(lines.get(3)).endsWith("1:20 left");
  }

  @Test
  void workOfAnotherSizeStartsANewClock() {
    report(0, 50);
    seconds = 600;
    bar.accept(new Progress("training w4 run 1", 60, 1000, ""));
    assertThat(lines.get(1)).doesNotContain("left");
  }

  @Test
  void notesStayAsLinesOfTheirOwnAndLeaveTheClockAlone() {
    report(0, 0);
    bar.accept(new Progress("training w4 run 1", 0, 100, "", "disk full"));
    report(100, 50);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).isEqualTo("disk full");
    assertThat(lines.get(2)).endsWith("1:40 left");
  }

  @Test
  void terminalLinesAreWrittenOver() {
    var bytes = new ByteArrayOutputStream();
    var terminal = new TerminalLine(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    terminal.line("long line", false);
    terminal.line("short", false);
    terminal.line("end", true);
    terminal.line("next", false);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .isEqualTo("\rlong line\rshort    \rend  " + System.lineSeparator() + "\rnext");
  }

  private void report(long atSeconds, long done) {
    seconds = atSeconds;
    bar.accept(new Progress("training w4 run 1", done, 100, "loss 1.234"));
  }
}
