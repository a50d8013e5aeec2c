package org.opponency.study;

import static org.opponency.io.Text.format;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.opponency.engine.Compute;
import org.opponency.engine.Devices;
import org.opponency.study.networks.StudyData;

/**
 * One thing that a working set-up needs.
 *
 * @param what is checked
 * @param found what there is
 * @param passed whether that will do
 */
public record Check(String what, String found, boolean passed) {
  private static final long LEAST_MEMORY = 1L << 30;

  /** Checks Java, memory, the tensor engine, its device, the data and the results folder. */
  public static List<Check> all() {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            "Java 17 or newer",
            System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
            Runtime.version().feature() >= 17));
    long memory = Runtime.getRuntime().maxMemory();
    checks.add(
        new Check("1 GiB of Java memory (-Xmx)", (memory >> 20) + " MiB", memory >= LEAST_MEMORY));
    checks.add(
        attempt(
            "PyTorch engine",
            () -> format("DJL %s, libtorch %s", Compute.djlVersion(), Compute.libtorchVersion())));
    checks.add(devices(() -> Study.open().execution().devices()));
    checks.add(attempt("data", () -> describe(Study.open())));
    checks.add(attempt("results can be written", () -> writable(Study.open())));
    return checks;
  }

  /** CPU natives must not win silently where there is a GPU. */
  static Check devices(Supplier<Devices> look) {
    try {
      Devices devices = look.get();
      return new Check("devices of training", devices.toString(), !devices.gpusIdle());
    } catch (RuntimeException | LinkageError e) {
      return new Check("devices of training", String.valueOf(e.getMessage()), false);
    }
  }

  private static String describe(Study study) {
    StudyData data = study.data();
    return format(
        "%s: %d classes, %d training and %d validation images",
        data.name(), data.classes(), data.train().size(), data.validation().size());
  }

  private static String writable(Study study) {
    if (!Files.isWritable(study.home())) {
      throw new IllegalStateException("no permission to write " + study.home());
    }
    return "yes";
  }

  private static Check attempt(String what, Supplier<String> look) {
    try {
      return new Check(what, look.get(), true);
    } catch (RuntimeException | LinkageError e) {
      return new Check(what, String.valueOf(e.getMessage()), false);
    }
  }
}
