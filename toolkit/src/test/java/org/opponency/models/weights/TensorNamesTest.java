package org.opponency.models.weights;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TensorNamesTest {
  @ParameterizedTest
  @CsvSource({
    "retina.retina_conv1.weight, retina.retina_conv1.weight",
    "retina_conv2.bias, retina.retina_conv2.bias",
    "ventral_conv0.weight, ventral.ventral_conv0.weight",
    "ventral_fc1.bias, ventral.ventral_fc1.bias",
    "conv1.weight, ventral.conv1.weight",
    "bn1.running_mean, ventral.bn1.running_mean",
    "layer4.2.bn3.weight, ventral.layer4.2.bn3.weight",
    "fc.bias, ventral.fc.bias",
    "module.layer1.0.conv1.weight, ventral.layer1.0.conv1.weight",
    "module.ventral.fc.weight, ventral.fc.weight",
    "_orig_mod.fc.weight, ventral.fc.weight",
    "model.retina_conv1.bias, retina.retina_conv1.bias",
    "module._orig_mod.net.fc.bias, ventral.fc.bias",
    "embedding.weight, embedding.weight",
    "fc, fc"
  })
  void namesBecomeOurs(String theirs, String ours) {
    assertThat(TensorNames.ours(Map.of(theirs, 1))).containsExactly(ours, 1);
  }

  @Test
  void orderStays() {
    Map<String, Integer> theirs = new LinkedHashMap<>();
    theirs.put("fc.bias", 1);
    theirs.put("conv1.weight", 2);
    assertThat(TensorNames.ours(theirs).keySet())
        .containsExactly("ventral.fc.bias", "ventral.conv1.weight")
        .inOrder();
  }

  @Test
  void prefixOfSomeNamesOnlyIsAModulesName() {
    Map<String, Integer> mixed = Map.of("module.fc.bias", 1, "conv1.weight", 2);
    assertThat(TensorNames.ours(mixed).keySet())
        .containsExactly("module.fc.bias", "ventral.conv1.weight");
  }

  @Test
  void twoNamesOfOneTensorAreRefused() {
    var refusal =
        assertThrows(
            IllegalArgumentException.class,
            () -> TensorNames.ours(Map.of("fc.bias", 1, "ventral.fc.bias", 2)));
    assertThat(refusal).hasMessageThat().contains("ventral.fc.bias");
  }
}
