package org.opponency.models;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.pooling.Pool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opponency.images.Normalisation;
import org.opponency.stimuli.Aperture;
import org.opponency.stimuli.Grating;
import org.opponency.stimuli.StimulusSet;

class OwnModelTest {
  private static final int SIZE = 8;

  /** A convolution, a ReLU and a linear layer, with another sequence inside. */
  private static Block block(int channels) {
    var convolution = Conv2d.builder().setFilters(channels).setKernelShape(new Shape(3, 3)).build();
    return new SequentialBlock()
        .add(new SequentialBlock().add(convolution).add(Activation.reluBlock()))
        .add(Blocks.batchFlattenBlock())
        .add(Linear.builder().setUnits(4).build());
  }

  private static VisionModel open(Block block) {
    return OwnModel.ofBlock(block, SIZE, Normalisation.IMAGENET);
  }

  @Test
  void cellsOfAnOwnConvolutionAreMeasuredOnWhatTheySee() {
    var convolution =
        Conv2d.builder()
            .setFilters(3)
            .setKernelShape(new Shape(5, 5))
            .optPadding(new Shape(2, 2))
            .optStride(new Shape(2, 2))
            .build();
    var pool = Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2));
    Block block =
        new SequentialBlock()
            .add(convolution)
            .add(pool)
            .add(Blocks.batchFlattenBlock())
            .add(Linear.builder().setUnits(4).build());
    try (VisionModel vision = OwnModel.ofBlock(block, 16, Normalisation.IMAGENET);
        NDManager scope = vision.manager().newSubManager()) {
      assertThat(vision.field("model.0")).isEqualTo(new LayerField(5, 2, 2));
      assertThat(vision.field("model.1").isWhole()).isTrue(); // not known, so taken for the worst
      StimulusSet<Grating> gratings = StimulusSet.gratings(16, 2, 2, 2);
      for (String layer : List.of("model.0", "model.1")) {
        float[][] cells =
            new CentreCells(vision, List.of(layer), 16).responses(gratings).get(layer);
        float[] pixels = gratings.pixels(0, 8, Aperture.whole(16));
        NDArray maps =
            vision
                .responses(scope.create(pixels, new Shape(8, 3, 16, 16)), List.of(layer))
                .get(layer);
        long centre = maps.getShape().get(2) / 2;
        for (int i = 0; i < 8; i++) {
          for (int cell = 0; cell < 3; cell++) {
            float whole = maps.getFloat(i, cell, centre, centre);
            assertThat(cells[i][cell]).isWithin(1e-5f).of(whole);
          }
        }
      }
    }
  }

  @Test
  void blockHasLayersByNumber() {
    try (VisionModel vision = open(block(2));
        NDManager scope = vision.manager().newSubManager()) {
      assertThat(vision.classes()).isEqualTo(4);
      assertThat(vision.layers())
          .containsExactly("model", "model.0", "model.0.0", "model.0.1", "model.1", "model.2")
          .inOrder();
      NDArray pixels = scope.ones(new Shape(3, 3, SIZE, SIZE));
      Map<String, NDArray> responses =
          vision.responses(pixels, List.of("model.0.0", "model.0.1", "model"));
      assertThat(responses.get("model.0.0").getShape()).isEqualTo(new Shape(3, 2, 6, 6));
      double[] before = Numbers.of(responses.get("model.0.0"));
      double[] after = Numbers.of(responses.get("model.0.1"));
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i]).isEqualTo(Math.max(0, before[i]));
      }
      assertThat(Numbers.of(responses.get("model"))).isEqualTo(Numbers.of(vision.logits(pixels)));
    }
  }

  @Test
  void blockIsNormalisedInside() {
    Block mean = new SequentialBlock().addSingleton(x -> x.mean(new int[] {2}).mean(new int[] {2}));
    try (VisionModel vision = open(mean);
        NDManager scope = vision.manager().newSubManager()) {
      NDArray logits = vision.logits(scope.ones(new Shape(1, 3, SIZE, SIZE)));
      assertThat(logits.getFloat(0, 0)).isWithin(1e-5f).of((1 - 0.485f) / 0.229f);
      assertThat(logits.getFloat(0, 2)).isWithin(1e-5f).of((1 - 0.406f) / 0.225f);
    }
  }

  @Test
  void weightsOfTheCallersAreKept() {
    try (NDManager owner = NDManager.newBaseManager()) {
      Block block = block(2);
      block.initialize(owner, DataType.FLOAT32, new Shape(1, 3, SIZE, SIZE));
      NDArray weight = block.getParameters().valueAt(0).getArray();
      double[] before = Numbers.of(weight);
      String digest;
      try (VisionModel vision = open(block)) {
        digest = vision.digest();
      }
      assertThat(Numbers.of(weight)).isEqualTo(before);
      try (VisionModel vision = open(block)) {
        assertThat(vision.digest()).isEqualTo(digest);
      }
      weight.muli(2);
      try (VisionModel vision = open(block)) {
        assertThat(vision.digest()).isNotEqualTo(digest);
      }
    }
  }

  @Test
  void blockWithoutARowOfLogitsIsRefused() {
    var convolution = Conv2d.builder().setFilters(2).setKernelShape(new Shape(3, 3)).build();
    var refusal =
        assertThrows(
            IllegalArgumentException.class, () -> open(new SequentialBlock().add(convolution)));
    assertThat(refusal).hasMessageThat().contains("(1, 3, 8, 8) into logits (1, classes), got");
    assertThat(refusal).hasMessageThat().contains("(1, 2, 6, 6)");
  }
}
