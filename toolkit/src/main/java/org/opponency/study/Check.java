package org.opponency.study;

import static org.opponency.io.Text.format;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.opponency.engine.Compute;
import org.opponency.engine.Devices;
import org.opponency.engine.OneDnn;
import org.opponency.io.Progress;
import org.opponency.io.StoppedException;
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

  /** Checks Java, memory, the tensor engine, fonts, devices, the data and the results folder. */
  public static List<Check> all() {
    return all(step -> {});
  }

  /** The same, telling {@code listener} how long the opening of the data goes on. */
  public static List<Check> all(Consumer<Progress> listener) {
    List<Check> checks = new ArrayList<>();
    checks.add(
        new Check(
            "Java 17 or newer",
            System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
            Runtime.version().feature() >= 17));
    long memory = Runtime.getRuntime().maxMemory();
    checks.add(
        new Check("1 GiB of Java memory (-Xmx)", (memory >> 20) + " MiB", memory >= LEAST_MEMORY));
    checks.add(attempt("folder of PyTorch's libraries", Check::engineFolder));
    checks.add(
        attempt(
            "PyTorch engine",
            () -> format("DJL %s, libtorch %s", Compute.djlVersion(), Compute.libtorchVersion())));
    checks.add(attempt("convolutions", Check::convolutions));
    checks.add(attempt("fonts for figures", Check::fonts));
    checks.addAll(ofStudy(() -> Study.open(listener)));
    return checks;
  }

  /** What its variables name is looked at once, so that one fault is told once. */
  static List<Check> ofStudy(Supplier<Study> open) {
    Study study;
    try {
      study = open.get();
    } catch (StoppedException e) {
      throw e;
    } catch (RuntimeException | Error e) {
      return List.of(new Check("data and settings", String.valueOf(e.getMessage()), false));
    }
    return List.of(
        devices(() -> study.execution().devices()),
        attempt("data", () -> describe(study)),
        attempt("results can be written", () -> writable(study)));
  }

  private static String convolutions() {
    return OneDnn.isLeftOut()
        ? "without oneDNN and slow: this machine hides the sizes of its caches, which oneDNN needs to be right"
        : "by all that the processor has";
  }

  /** DJL unpacks its libraries into a folder, of which it says little where it cannot. */
  private static String engineFolder() {
    Path folder = Compute.libraries();
    Path there = folder;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there) || !Files.isWritable(there)) {
      throw new IllegalStateException(
          format("%s cannot be written; let DJL_CACHE_DIR name a folder of yours", folder));
    }
    return fromHome(folder, Path.of(System.getProperty("user.home")));
  }

  /** Notebooks are shared: they need not tell whose machine they ran on. */
  static String fromHome(Path path, Path home) {
    return path.startsWith(home)
        ? Path.of("~").resolve(home.relativize(path)).toString()
        : "" + path;
  }

  private static String fonts() {
    String sample = "Opponency";
    var context = new FontRenderContext(null, true, true);
    double width =
        new Font(Font.SANS_SERIF, Font.PLAIN, 12).getStringBounds(sample, context).getWidth();
    if (width <= 0) {
      throw new IllegalStateException("none; install a font, such as fonts-dejavu-core");
    }
    return new Font(Font.SANS_SERIF, Font.PLAIN, 12).getFontName();
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
    } catch (RuntimeException | Error e) { // a machine without fonts throws errors of its own
      return new Check(what, String.valueOf(e.getMessage()), false);
    }
  }
}
