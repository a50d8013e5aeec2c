package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ImageNetClassTest {
  @Test
  void listsAThousandClassesByIndex() {
    assertThat(ImageNetClass.all()).hasSize(1000);
    for (int i = 0; i < 1000; i++) {
      assertThat(ImageNetClass.all().get(i).index()).isEqualTo(i);
    }
  }

  @Test
  void knowsTheFruitOfFigure3() {
    assertThat(ImageNetClass.all().subList(948, 958).stream().map(ImageNetClass::shortLabel))
        .containsExactly(
            "Granny Smith",
            "strawberry",
            "orange",
            "lemon",
            "fig",
            "pineapple",
            "banana",
            "jackfruit",
            "custard apple",
            "pomegranate")
        .inOrder();
  }

  @Test
  void knowsTheOtherClassSpaces() {
    ImageNetClass puffer = ImageNetClass.ofWnid("n02655020").orElseThrow();
    assertThat(puffer.imageNetAIndex()).isEqualTo(OptionalInt.of(74));
    assertThat(puffer.label()).isEqualTo("puffer, pufferfish, blowfish, globefish");
    assertThat(ImageNetClass.all().stream().filter(c -> c.imageNetAIndex().isPresent()).count())
        .isEqualTo(200);
    assertThat(ImageNetClass.all().stream().flatMap(c -> c.category().stream()).distinct().count())
        .isEqualTo(16);
  }

  @Test
  void leavesOtherNamesAlone() {
    assertThat(ImageNetClass.ofWnid("fig")).isEmpty();
    assertThat(ImageNetClass.displayName("fig")).isEqualTo("fig");
    assertThat(ImageNetClass.displayName("n01440764")).isEqualTo("tench");
  }
}
