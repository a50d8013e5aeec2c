package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.convolutional.Conv2d;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneDnnTest {
  @TempDir private Path folder;
  private Path amd;
  private Path intel;

  @BeforeEach
  void write() throws IOException {
    amd = Files.writeString(folder.resolve("amd"), "vendor_id\t: AuthenticAMD\nflags\t: avx2\n");
    intel = Files.writeString(folder.resolve("intel"), "vendor_id\t: GenuineIntel\n");
  }

  @Test
  void onlyHiddenCachesOfAmdAreUnsafe() throws IOException {
    Path none = folder.resolve("none");
    assertThat(OneDnn.mustBeLeftOut(amd, folder, Map.of())).isTrue();
    assertThat(OneDnn.mustBeLeftOut(amd, none, Map.of())).isFalse();
    assertThat(OneDnn.mustBeLeftOut(intel, folder, Map.of())).isFalse();
    assertThat(OneDnn.mustBeLeftOut(none, folder, Map.of())).isFalse();
    Files.createDirectories(folder.resolve("cache/index0"));
    assertThat(OneDnn.mustBeLeftOut(amd, folder, Map.of())).isFalse();
  }

  @Test
  void whatTheUserSaysIsKept() {
    assertThat(OneDnn.mustBeLeftOut(amd, folder, Map.of("ONEDNN_MAX_CPU_ISA", "ALL"))).isFalse();
  }

  /**
   * Ones convolved with ones count: channels times places of the kernel that lie on the map. These
   * shapes are those that came out wrong where caches are hidden, or ended the process.
   */
  @ParameterizedTest
  @CsvSource({
    "2, 32, 8, 8, 3, 1",
    "2, 8, 8, 14, 3, 1",
    "4, 16, 8, 8, 3, 1",
    "4, 256, 512, 6, 1, 2",
    "4, 1024, 512, 3, 1, 1",
    "4, 1024, 2048, 6, 1, 2"
  })
  void everyConvolutionCounts(int images, int in, int out, int size, int kernel, int stride) {
    try (NDManager scope = NDManager.newBaseManager(Device.cpu());
        Autograd.Mode on = Autograd.recording()) {
      NDArray maps = channelsLast(scope, images, size, in);
      NDArray weights = channelsLast(scope, out, kernel, in);
      Shape strides = new Shape(stride, stride);
      Shape padding = new Shape(kernel / 2, kernel / 2);
      NDArray result =
          Conv2d.conv2d(maps, weights, null, strides, padding, new Shape(1, 1)).singletonOrThrow();
      Autograd.backward(result);
      assertRange("maps", result, places(kernel) * in, kernel * kernel * in);
      if (stride == 1) {
        assertRange(
            "gradient", Autograd.gradient(maps), places(kernel) * out, kernel * kernel * out);
      } else {
        assertRange("gradient", Autograd.gradient(maps), 0, out);
      }
    }
  }

  /** Of a kernel's places those that lie on the map in its corner. */
  private static int places(int kernel) {
    int side = kernel / 2 + 1;
    return side * side;
  }

  private static NDArray channelsLast(NDManager scope, int n, int size, int channels) {
    NDArray ones = scope.ones(new Shape(n, size, size, channels)).transpose(0, 3, 1, 2);
    ones.setRequiresGradient(true);
    return ones;
  }

  private static void assertRange(String what, NDArray array, double least, double most) {
    assertWithMessage("least of %s", what).that((double) array.min().getFloat()).isEqualTo(least);
    assertWithMessage("most of %s", what).that((double) array.max().getFloat()).isEqualTo(most);
  }
}
