package org.opponency.models.script;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.engine.HostTensor;
import org.opponency.images.Normalisation;
import org.opponency.models.Numbers;
import org.opponency.models.VisionModel;
import org.opponency.models.weights.Safetensors;

class TorchScriptTest {
  private static Path golden(String name) throws URISyntaxException {
    return Path.of(TorchScript.class.getResource("/org/opponency/models/golden/" + name).toURI());
  }

  private static VisionModel open() throws IOException, URISyntaxException {
    return TorchScript.open(golden("torchscript.pt"), 32, Normalisation.IMAGENET);
  }

  @Test
  void torchScriptGivesPyTorchsLogitsAndGradients() throws IOException, URISyntaxException {
    Map<String, HostTensor> golden = Safetensors.read(golden("torchscript.safetensors")).tensors();
    try (VisionModel vision = open();
        NDManager scope = vision.manager().newSubManager()) {
      assertThat(vision.classes()).isEqualTo(10);
      NDArray pixels = golden.get("pixels").toArray(scope);
      assertThat(Numbers.of(vision.logits(pixels)))
          .usingTolerance(1e-5)
          .containsExactly(Numbers.of(golden.get("logits").toArray(scope)))
          .inOrder();
      NDArray gradient = vision.inputGradient(pixels, logits -> logits.get(":, 3"));
      assertThat(Numbers.of(gradient))
          .usingTolerance(1e-6)
          .containsExactly(Numbers.of(golden.get("gradient").toArray(scope)))
          .inOrder();
    }
  }

  @Test
  void torchScriptSaysWhatItCannotGive() throws IOException, URISyntaxException {
    try (VisionModel vision = open();
        NDManager scope = vision.manager().newSubManager()) {
      NDArray pixels = scope.zeros(new Shape(1, 3, 32, 32));
      var refusal =
          assertThrows(
              IllegalArgumentException.class,
              () -> vision.responses(pixels, List.of("retina.retina_conv2")));
      assertThat(refusal).hasMessageThat().contains("No layer [retina.retina_conv2]");
      assertThat(refusal)
          .hasMessageThat()
          .contains("A TorchScript file gives predictions and input gradients only");
      assertThat(refusal).hasMessageThat().contains("SequentialBlock");
    }
  }

  @Test
  void digestIsThatOfTheFile(@TempDir Path folder) throws IOException, URISyntaxException {
    Path copy = Files.copy(golden("torchscript.pt"), folder.resolve("copy.pt"));
    try (VisionModel one = open();
        VisionModel other = TorchScript.open(copy, 32, Normalisation.IMAGENET);
        VisionModel bare = TorchScript.open(copy, 32, Normalisation.NONE)) {
      assertThat(one.digest()).isEqualTo(other.digest());
      assertThat(one.digest()).isNotEqualTo(bare.digest());
    }
  }

  @Test
  void filesThatAreNoneAreNamed(@TempDir Path folder) throws IOException {
    Path missing = folder.resolve("gone.pt");
    assertThrows(
        NoSuchFileException.class, () -> TorchScript.open(missing, 32, Normalisation.NONE));
    Path bad = Files.writeString(folder.resolve("bad.pt"), "no archive");
    var refusal =
        assertThrows(IOException.class, () -> TorchScript.open(bad, 32, Normalisation.NONE));
    assertThat(refusal).hasMessageThat().startsWith(bad + " is no TorchScript archive");
    assertThat(refusal).hasMessageThat().contains("state dict");
  }
}
