package org.opponency.cli;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.engine.EngineException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class FailureReportTest {
  @Test
  void dataAtFaultIsTold() {
    assertReport(new IllegalArgumentException("Expected 3, got 4"), 2, "Expected 3, got 4");
    assertReport(new NoSuchFileException("a.pth"), 2, "a.pth: there is no such file");
    assertReport(new AccessDeniedException("a.pth"), 2, "a.pth: no permission");
    assertReport(new MalformedInputException(1), 2, "no text in UTF-8");
    assertReport(
        new UncheckedIOException("Cannot read a.csv", new NoSuchFileException("a.csv")),
        2,
        "Cannot read a.csv");
    assertReport(
        new UncheckedIOException("Cannot read it", new IOException("No space left on device")),
        2,
        "Cannot read it: No space left on device");
    assertReport(new UncheckedIOException(new IOException("cut short")), 2, "cut short");
  }

  @Test
  void memoryHasARemedy() {
    assertReport(new OutOfMemoryError("Java heap space"), 1, "OPPONENCY_JAVA_OPTIONS=-Xmx");
    assertReport(
        new IllegalStateException(new OutOfMemoryError("Java heap space")), 1, "Out of memory");
    assertReport(new EngineException("CUDA out of memory. Tried"), 1, "Out of memory");
  }

  @Test
  void librariesAndFontsThatAreMissingAreNamed() {
    assertReport(new UnsatisfiedLinkError("libtorch.so: no such file"), 1, "DJL_CACHE_DIR");
    assertReport(new NoClassDefFoundError("Could not initialize class X"), 1, "DJL_CACHE_DIR");
    Error fonts = new InternalError("Fontconfig head is null");
    fonts.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("sun.font.FontManagerFactory", "getInstance", null, 0)
        });
    assertReport(fonts, 1, "Install fontconfig and a font");
    assertReport(new UnsatisfiedLinkError("libfreetype.so.6"), 1, "libfreetype.so.6");
  }

  @Test
  void whatNobodyForesawIsToBeReported() {
    assertReport(new StackOverflowError(), 1, "nested too deeply");
    assertReport(new NullPointerException(), 1, "Please report it");
    assertReport(new EngineException("a kernel\nwith a trace"), 1, "engine failed: ");
  }

  @Test
  void terminalsAreGivenNoOrders() {
    FailureReport report = FailureReport.of(new IOException("no tensor \u001b[2J"));
    assertThat(report.message()).isEqualTo("no tensor \\u001b[2J");
  }

  private static void assertReport(Throwable failure, int status, String words) {
    FailureReport report = FailureReport.of(failure);
    assertThat(report.message()).contains(words);
    assertThat(report.status()).isEqualTo(status);
  }
}
