package org.opponency.io;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Another program of the machine, which is asked something. */
public final class Program {
  private Program() {}

  /**
   * What it prints, without blanks around it; nothing where there is no such program, or it fails.
   *
   * @param command the program and its arguments
   */
  public static Optional<String> output(List<String> command) {
    Process process;
    try {
      process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException noProgram) {
      return Optional.empty();
    }
    try (var output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
      // An interrupt is for whoever asks: the answer is there, and lasts as long as this process.
      return process.onExit().join().exitValue() == 0 ? Optional.of(text) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(format("Cannot read what %s prints", command), e);
    }
  }
}
