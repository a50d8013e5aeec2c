package org.opponency.models.weights;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The names under which others keep the tensors of the same networks: behind the {@code module.} of
 * DataParallel, or without {@code retina.} and {@code ventral.}, as the authors' CIFAR-10 files and
 * torchvision's ResNets do.
 */
public final class TensorNames {
  private static final String PARALLEL = "module.";

  private TensorNames() {}

  /**
   * The same tensors under this toolkit's names, in the same order. A name of no known network
   * stays as it is.
   */
  public static <T> Map<String, T> ours(Map<String, T> tensors) {
    boolean parallel = tensors.keySet().stream().allMatch(name -> name.startsWith(PARALLEL));
    Map<String, T> renamed = new LinkedHashMap<>();
    tensors.forEach(
        (name, tensor) -> {
          String ours = prefixed(parallel ? name.substring(PARALLEL.length()) : name);
          if (renamed.put(ours, tensor) != null) {
            throw new IllegalArgumentException("two tensors are both " + ours);
          }
        });
    return renamed;
  }

  private static String prefixed(String name) {
    if (name.startsWith("retina_")) {
      return "retina." + name;
    }
    return name.matches("(ventral_\\w+|conv1|bn1|layer\\d+|fc)\\..*") ? "ventral." + name : name;
  }
}
