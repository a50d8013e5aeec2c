package org.opponency.engine;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AutogradTest {
  private final NDManager manager = NDManager.newBaseManager();

  @AfterEach
  void close() {
    manager.close();
  }

  private NDArray leaf(float... values) {
    NDArray leaf = manager.create(values).duplicate();
    leaf.setRequiresGradient(true);
    return leaf;
  }

  @Test
  void gradientsOfASumAddUpUntilTheyAreZeroed() {
    NDArray x = leaf(2, 3);
    try (Autograd.Mode on = Autograd.recording()) {
      NDArray y = x.square();
      Autograd.backward(y, true);
      assertThat(Autograd.gradient(x).toFloatArray()).isEqualTo(new float[] {4, 6});
      Autograd.backward(y);
      assertThat(Autograd.gradient(x).toFloatArray()).isEqualTo(new float[] {8, 12});
    }
    Autograd.zeroGradient(x);
    assertThat(Autograd.gradient(x).toFloatArray()).isEqualTo(new float[] {0, 0});
  }

  @Test
  void aForgottenGradientIsNotAddedTo() {
    NDArray x = leaf(2, 3);
    for (int i = 0; i < 2; i++) {
      try (Autograd.Mode on = Autograd.recording()) {
        Autograd.backward(x.square());
      }
      assertThat(Autograd.gradient(x).toFloatArray()).isEqualTo(new float[] {4, 6});
      Autograd.forgetGradient(x);
      assertThrows(IllegalStateException.class, () -> Autograd.gradient(x));
    }
    x.addi(1);
    assertThat(x.toFloatArray()).isEqualTo(new float[] {3, 4});
    manager.close();
    assertThat(x.isReleased()).isTrue();
  }

  @Test
  void modesNestAndBringBackWhatWasBefore() {
    try (Autograd.Mode on = Autograd.recording()) {
      try (Autograd.Mode off = Autograd.off()) {
        assertThat(JniUtils.isGradMode()).isFalse();
      }
      assertThat(JniUtils.isGradMode()).isTrue();
    }
  }

  @Test
  void aMissingGradientIsAnError() {
    var error = assertThrows(IllegalStateException.class, () -> Autograd.gradient(leaf(1, 2)));
    assertThat(error).hasMessageThat().contains("shape (2)");
  }
}
