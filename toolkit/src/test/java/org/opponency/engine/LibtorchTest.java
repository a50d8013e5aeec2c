package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import com.sun.jna.Pointer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LibtorchTest {
  /** Warnings: of a copy by DJL everywhere, of a small convolution where caches are hidden. */
  static final class Work {
    private Work() {}

    public static void main(String[] none) {
      Compute.threads(1);
      try (NDManager scope = NDManager.newBaseManager(Device.cpu());
          Autograd.Mode off = Autograd.off()) {
        NDArray map = scope.zeros(new Shape(1, 8, 8, 8));
        scope.ones(map.getShape()).copyTo(map);
        NDArray kernels = scope.ones(new Shape(8, 8, 3, 3));
        Shape one = new Shape(1, 1);
        System.out.println(Conv2d.conv2d(map, kernels, null, one, one, one).get(0).max());
      }
    }
  }

  @Test
  void saysNothingBelowErrors() throws Exception {
    assertThat(said(Map.of())).doesNotContain("[W");
  }

  @Test
  void whatTheUserSaysIsKept() throws Exception {
    assertThat(said(Map.of("TORCH_CPP_LOG_LEVEL", "WARNING"))).contains("AutoNonVariableTypeMode");
  }

  /** On any machine, so that a libtorch without such a switch is found before it is needed. */
  @Test
  void oneDnnIsInUseUnlessItMustBeLeftOut() {
    Libtorch.engine();
    // at::globalContext().userEnabledMkldnn()
    Pointer context =
        Libtorch.function("torch_cpu", "_ZN2at13globalContextEv").invokePointer(new Object[0]);
    int used =
        Libtorch.function("torch_cpu", "_ZNK2at7Context17userEnabledMkldnnEv")
            .invokeInt(new Object[] {context});
    assertThat((used & 0xff) == 0).isEqualTo(OneDnn.isLeftOut());
  }

  private static String said(Map<String, String> variables)
      throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String path = System.getProperty("java.class.path");
    ProcessBuilder builder = new ProcessBuilder(java, "-cp", path, Work.class.getName());
    builder.environment().remove("TORCH_CPP_LOG_LEVEL");
    builder.environment().putAll(variables);
    Process process = builder.redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isEqualTo(0);
    assertThat(said).contains("72");
    return said;
  }
}
