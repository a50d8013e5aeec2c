package org.opponency.study.networks;

import static org.opponency.io.Text.format;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.opponency.engine.Devices;
import org.opponency.io.Progress;
import org.opponency.models.script.Numerics;
import org.opponency.training.Execution;

/** Reads the variables that {@code Study.open()} names. */
record StudyEnvironment(Map<String, String> variables) {
  private static final String DEFAULT_SIZE = "32";
  private static final String PAPER_SIZE = "224";

  static StudyEnvironment ofProcess() {
    return new StudyEnvironment(System.getenv());
  }

  StudySettings settings(Consumer<Progress> listener) {
    Optional<Path> data = value("OPPONENCY_DATA").map(Path::of);
    return PublishedNetworks.from(variables)
        .map(networks -> StudySettings.of(networks, publishedScale(), home(), data, listener))
        .orElseGet(
            () -> {
              Scale scale = Scale.from(variables);
              return StudySettings.of(scale, home(), data, size(scale), listener);
            })
        .computedBy(execution())
        .ofAtMost(runs());
  }

  /** The most networks of a width: few for a first look, to which a later run adds the others. */
  private int runs() {
    return number("OPPONENCY_RUNS", "networks of a width", Integer.MAX_VALUE);
  }

  /** The networks are the paper's, and so is how they are measured, unless told otherwise. */
  private Scale publishedScale() {
    return value(Scale.VARIABLE).map(Scale::of).orElse(Scale.PAPER);
  }

  Execution execution() {
    Devices devices = value("OPPONENCY_DEVICES").map(Devices::named).orElseGet(Devices::automatic);
    return Execution.on(devices).atATime(microBatch()).with(numerics());
  }

  private int microBatch() {
    return number("OPPONENCY_MICRO_BATCH", "images", Execution.ALL);
  }

  private int number(String variable, String of, int most) {
    String text = value(variable).orElse(Integer.toString(most));
    if (!text.matches("[1-9][0-9]{0,9}")) {
      throw new IllegalArgumentException(
          format("Expected %s to be a number of %s, got \"%s\"", variable, of, text));
    }
    return (int) Math.min(most, Long.parseLong(text));
  }

  private Numerics numerics() {
    String text = value("OPPONENCY_NUMERICS").orElse("exact");
    return Arrays.stream(Numerics.values())
        .filter(each -> each.name().equalsIgnoreCase(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    format("Expected OPPONENCY_NUMERICS to be exact or fast, got \"%s\"", text)));
  }

  private Path home() {
    Path home = value("OPPONENCY_HOME").map(Path::of).orElseGet(() -> above(Path.of("")));
    if (!Files.isDirectory(home)) {
      throw new IllegalArgumentException(
          format(
              "OPPONENCY_HOME names %s, which is no folder; let it name the project's folder",
              home.toAbsolutePath()));
    }
    return home.toAbsolutePath().normalize();
  }

  /** The project's folder, where notebooks run in its folder of notebooks. */
  static Path above(Path working) {
    Path above = working.resolve("..").toAbsolutePath().normalize();
    if (!Files.isDirectory(above.resolve("notebooks"))) {
      throw new IllegalArgumentException(
          format(
              "Expected the project's folder, with notebooks in it, above the working folder, got %s; let OPPONENCY_HOME name it",
              above));
    }
    return above;
  }

  private int size(Scale scale) {
    String text = value("OPPONENCY_SIZE").orElse(scale == Scale.PAPER ? PAPER_SIZE : DEFAULT_SIZE);
    if (!text.matches("[1-9][0-9]{1,3}")) {
      throw new IllegalArgumentException(
          format(
              "Expected OPPONENCY_SIZE to be a number of pixels from 10 to 9999, got \"%s\"",
              text));
    }
    return Integer.parseInt(text);
  }

  private Optional<String> value(String name) {
    return Optional.ofNullable(variables.get(name)).filter(text -> !text.isBlank());
  }
}
