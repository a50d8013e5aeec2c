package org.opponency.kernel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Does what the settings want before the first cell; what fails is told and left out. */
final class Startup {
  private interface Step {
    void run() throws Exception;
  }

  private final JavaKernel kernel;

  Startup(JavaKernel kernel) {
    this.kernel = kernel;
  }

  /** Adds to the classpath, then runs the scripts. */
  void run(Settings settings) {
    for (String entry : settings.classpath()) {
      attempt(
          "JJAVA_CLASSPATH or IJAVA_CLASSPATH",
          () -> kernel.getMagics().applyLineMagic("classpath", List.of(entry)));
    }
    for (String entry : settings.startupFiles()) {
      attempt(
          "JJAVA_STARTUP_SCRIPTS_PATH or IJAVA_STARTUP_SCRIPTS_PATH",
          () -> {
            for (Path file : Globs.matches(entry)) {
              script(file.toString(), Files.readString(file));
            }
          });
    }
    script("JJAVA_STARTUP_SCRIPT or IJAVA_STARTUP_SCRIPT", settings.startupScript());
  }

  private void script(String name, String code) {
    attempt(name, () -> kernel.run(code, 0));
  }

  private static void attempt(String what, Step step) {
    try {
      step.run();
    } catch (CellException e) {
      System.err.printf(Locale.ROOT, "%s: %s%n", what, String.join("\n", e.lines()));
    } catch (Exception e) {
      System.err.printf(Locale.ROOT, "%s: %s%n", what, e.getMessage());
    }
  }
}
