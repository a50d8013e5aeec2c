package org.opponency.study.laboratory;

import static com.google.common.truth.Truth.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.images.RgbImage;
import org.opponency.study.networks.StudyData;

class PictureSampleTest {
  private static final int CLASSES = 10;

  /** As Orchard has them. */
  private static final ImageSet IN_TURNS = new Pictures(index -> index % CLASSES);

  /** A thousand pictures of one pixel, whose red is their label, the rest their index. */
  private record Pictures(IntUnaryOperator labels) implements ImageSet {
    @Override
    public String name() {
      return "labels";
    }

    @Override
    public int size() {
      return 1000;
    }

    @Override
    public List<String> classes() {
      return Collections.nCopies(CLASSES, "class");
    }

    @Override
    public int label(int index) {
      return labels.applyAsInt(index);
    }

    @Override
    public String id(int index) {
      return "picture " + index;
    }

    @Override
    public RgbImage image(int index) {
      byte[] pixel = {(byte) label(index), (byte) (index >> 8), (byte) index};
      return new RgbImage(1, 1, pixel);
    }

    @Override
    public String digest() {
      return "digest";
    }
  }

  private static List<RgbImage> of(ImageSet images, int most) {
    return PictureSample.of(images, Preprocessing.AS_IS, most);
  }

  private static List<Integer> labels(List<RgbImage> pictures) {
    return pictures.stream().map(picture -> picture.value(0, 0, 0)).toList();
  }

  @Test
  void classesThatTakeTurnsAreAllShown() {
    List<Integer> many = labels(of(IN_TURNS, 200));
    for (int label = 0; label < CLASSES; label++) {
      assertThat(Collections.frequency(many, label)).isEqualTo(20);
    }
    assertThat(labels(of(IN_TURNS, 16)).stream().distinct().count()).isEqualTo(CLASSES);
  }

  /** Regressions hold it out. */
  @Test
  void everyFifthIsOfAllClassesToo() {
    List<Integer> many = labels(of(IN_TURNS, 200));
    List<Integer> heldOut =
        IntStream.range(0, 200).filter(i -> i % 5 == 4).mapToObj(many::get).toList();
    for (int label = 0; label < CLASSES; label++) {
      assertThat(Collections.frequency(heldOut, label)).isEqualTo(4);
    }
  }

  @Test
  void classesInOrderAreShownAsTheyCome() {
    ImageSet inOrder = new Pictures(index -> index / 100);
    List<Integer> indices =
        of(inOrder, 16).stream()
            .map(picture -> picture.value(0, 0, 1) << 8 | picture.value(0, 0, 2))
            .toList();
    assertThat(indices)
        .containsExactlyElementsIn(IntStream.range(0, 16).mapToObj(i -> i * 1000 / 16).toList())
        .inOrder();
  }

  @Test
  void drawnOnesAreOfAllFruits() {
    ImageSet twenty = StudyData.orchard().withSize(32).validation(2);
    List<RgbImage> known = IntStream.range(0, twenty.size()).mapToObj(twenty::image).toList();
    List<RgbImage> drawn = PictureSample.drawn(32, 16);
    assertThat(drawn).hasSize(16);
    assertThat(drawn.stream().map(known::indexOf).map(twenty::label).distinct().count())
        .isEqualTo(CLASSES);
  }
}
