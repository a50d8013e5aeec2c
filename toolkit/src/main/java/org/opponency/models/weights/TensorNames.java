package org.opponency.models.weights;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.opponency.io.Printable;

/**
 * The names under which others keep the tensors of the same networks: behind the {@code module.} of
 * DataParallel, the {@code _orig_mod.} of a compiled model or the attribute of a class around it,
 * or without {@code retina.} and {@code ventral.}, as the authors' CIFAR-10 files and torchvision's
 * ResNets do; small ResNets call their last layer {@code linear} and their projections {@code
 * shortcut}.
 */
public final class TensorNames {
  private static final List<String> WRAPPERS =
      List.of("module.", "_orig_mod.", "model.", "net.", "network.");

  /** A tensor that every ResNet has. */
  private static final String RESNET = "layer1.0.conv1.weight";

  private TensorNames() {}

  /**
   * The same tensors under this toolkit's names, in the same order. A name of no known network
   * stays as it is.
   */
  public static <T> Map<String, T> ours(Map<String, T> tensors) {
    int wrapped = wrapped(tensors.keySet());
    boolean resNet =
        tensors.keySet().stream().anyMatch(name -> name.substring(wrapped).equals(RESNET));
    Map<String, T> renamed = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          String inner = name.substring(wrapped);
          String ours = prefixed(resNet ? asTorchvision(inner) : inner);
          if (renamed.put(ours, tensor) != null) {
            throw new IllegalArgumentException("two tensors are both " + Printable.name(ours));
          }
        });
    return renamed;
  }

  /** How many characters of all names alike are those of wrappers. */
  private static int wrapped(Set<String> names) {
    int start = 0;
    Optional<String> wrapper = Optional.of("");
    while (wrapper.isPresent() && !names.isEmpty()) {
      start += wrapper.get().length();
      int from = start;
      wrapper =
          WRAPPERS.stream()
              .filter(w -> names.stream().allMatch(name -> name.startsWith(w, from)))
              .findFirst();
    }
    return start;
  }

  /** The names of the small ResNets for CIFAR-10 that differ from torchvision's. */
  private static String asTorchvision(String name) {
    return name.replaceFirst("^linear\\.", "fc.")
        .replaceFirst("^(layer\\d+\\.\\d+)\\.shortcut\\.", "$1.downsample.");
  }

  private static String prefixed(String name) {
    if (name.startsWith("retina_")) {
      return "retina." + name;
    }
    return name.matches("(ventral_\\w+|conv1|bn1|layer\\d+|fc)\\..*") ? "ventral." + name : name;
  }
}
