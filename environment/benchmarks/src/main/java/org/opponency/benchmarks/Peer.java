package org.opponency.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A Python script that does the same work: it prints its versions, then, for every line with a
 * number of steps, takes them and prints how long each took on one line, in the script's unit.
 */
final class Peer implements AutoCloseable {
  private final String script;
  private final Process process;
  private final BufferedReader answers;
  private final PrintWriter orders;
  private final String versions;
  private final List<Double> times = new ArrayList<>();

  Peer(String python, String script, String... arguments) throws IOException {
    this.script = script;
    List<String> command = new ArrayList<>(List.of(python, script));
    command.addAll(List.of(arguments));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    orders = new PrintWriter(process.outputWriter(StandardCharsets.UTF_8), true);
    versions = answer();
  }

  String versions() {
    return versions;
  }

  /** How long each step took that counts. */
  List<Double> times() {
    return times;
  }

  void turn(int steps, boolean counts) {
    orders.println(steps);
    Stream<Double> taken = Stream.of(answer().split(" ")).map(Double::valueOf);
    if (counts) {
      taken.forEach(times::add);
    }
  }

  private String answer() {
    try {
      String line = answers.readLine();
      if (line == null) {
        throw new IllegalStateException(script + " has ended; its words are above");
      }
      return line;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroy();
  }
}
