package org.opponency.training;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opponency.images.Preprocessing;
import org.opponency.images.batch.Augmentation;

class RecipeTest {
  @Test
  void imageNetIsThePapers() {
    Recipe recipe = Recipe.imageNet(224);
    assertThat(recipe.rule()).isEqualTo(new UpdateRule.Sgd(0.9, 1e-4));
    assertThat(recipe.schedule()).isEqualTo(new Schedule(0.1, 0.1, List.of(30, 60)));
    assertThat(recipe.batchSize()).isEqualTo(1024);
    assertThat(recipe.epochs()).isEqualTo(90);
    assertThat(recipe.preprocessing()).isEqualTo(Preprocessing.IMAGENET);
    assertThat(recipe.augmentation()).isEqualTo(Augmentation.imagenet(224));
  }

  @Test
  void cifar10IsThePapers() {
    Recipe recipe = Recipe.cifar10();
    assertThat(recipe.rule()).isEqualTo(new UpdateRule.RmsProp(0.9, 1e-8, 1e-6));
    assertThat(recipe.schedule().at(19)).isWithin(0).of(1e-4);
    assertThat(recipe.batchSize()).isEqualTo(32);
    assertThat(recipe.epochs()).isEqualTo(20);
  }

  @Test
  void laptopDropsAfterThreeQuarters() {
    Recipe recipe = Recipe.laptop(Preprocessing.AS_IS, Augmentation.flip(), 8);
    assertThat(recipe.schedule().milestones()).containsExactly(6);
    assertThat(Recipe.laptop(Preprocessing.AS_IS, Augmentation.flip(), 1).schedule().at(0))
        .isWithin(0)
        .of(0.02);
  }

  @ParameterizedTest
  @CsvSource({"0, 1, 1", "1, 0, 1", "1, 1, 0"})
  void refusesSizesBelowOne(int batch, int epochs, int checkpoint) {
    var error =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new Recipe(
                    new UpdateRule.Sgd(0, 0),
                    Schedule.constant(1),
                    batch,
                    epochs,
                    Augmentation.flip(),
                    Preprocessing.AS_IS,
                    checkpoint));
    assertThat(error)
        .hasMessageThat()
        .contains(format("batch %d, epochs %d, checkpoint every %d", batch, epochs, checkpoint));
  }
}
