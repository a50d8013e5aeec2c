package org.opponency.images;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImageSetTest {
  private final DrawnImages images = new DrawnImages(10, 7);

  @Test
  void takesTheFirstOfEveryClassInOrder() {
    ImageSet some = images.subset(9, 8, 6, 5, 4, 3).perClass(1);

    assertThat(ids(some)).isEqualTo("drawn 9,drawn 8,drawn 4");
    assertThat(some.label(1)).isEqualTo(2);
    assertThat(some.image(2).value(0, 0, 0)).isEqualTo(4);
    assertThat(some.classes()).isEqualTo(images.classes());
    assertThat(images.perClass(100).size()).isEqualTo(10);
  }

  /** Each class has as many as any other, give or take one, wherever its images lie. */
  @Test
  void takesAllClassesEvenly() {
    assertThat(ids(images.evenly(6))).isEqualTo("drawn 0,drawn 1,drawn 2,drawn 3,drawn 4,drawn 5");
    assertThat(ids(images.evenly(4))).isEqualTo("drawn 0,drawn 1,drawn 2,drawn 5");
    ImageSet classByClass = images.subset(0, 3, 6, 1, 4, 2, 5);
    assertThat(ids(classByClass.evenly(4))).isEqualTo("drawn 0,drawn 1,drawn 2,drawn 5");
    assertThat(ids(classByClass.evenly(2))).isEqualTo("drawn 1,drawn 2");
    assertThat(images.evenly(100).size()).isEqualTo(10);
  }

  /** Labels may count among classes of which there are no images. */
  @Test
  void takesTheClassesThatOccurEvenly() {
    ImageSet some = images.subset(0, 2, 3, 5).withClasses(List.of("z", "c", "y", "x", "a", "b"));
    assertThat(ids(some.evenly(2))).isEqualTo("drawn 0,drawn 2");
  }

  @Test
  void takesTheFirst() {
    assertThat(ids(images.first(2))).isEqualTo("drawn 0,drawn 1");
    assertThat(images.first(99).size()).isEqualTo(10);
  }

  @Test
  void subsetsHaveDigestsOfTheirOwn() {
    assertThat(images.subset(1, 2).digest()).isEqualTo(images.subset(1, 2).digest());
    assertThat(images.subset(1, 2).digest()).isNotEqualTo(images.subset(2, 1).digest());
    assertThat(images.subset(1, 2).digest()).isNotEqualTo(images.digest());
  }

  @Test
  void refusesAnImageThatIsNotThere() {
    assertThrows(IndexOutOfBoundsException.class, () -> images.subset(0, 10));
  }

  @Test
  void drawsOnlyOnceWhenInMemory() {
    ImageSet remembered = images.inMemory();

    assertThat(remembered.image(3)).isSameInstanceAs(remembered.image(3));
    assertThat(images.drawn.get()).isEqualTo(1);
    assertThat(remembered.digest()).isEqualTo(images.digest());
    assertThrows(UnreadableImageException.class, () -> remembered.image(7));
  }

  @Test
  void labelsCountInAnotherListOfClasses() {
    ImageSet renumbered = images.withClasses(List.of("c", "z", "a", "b"));

    assertThat(IntStream.range(0, 4).map(renumbered::label).boxed().toList())
        .containsExactly(2, 3, 0, 2)
        .inOrder();
    assertThat(ids(renumbered)).isEqualTo(ids(images));
    assertThat(renumbered.image(4)).isEqualTo(images.image(4));
    assertThat(renumbered.digest()).isNotEqualTo(images.digest());
    var error = assertThrows(ImageDataException.class, () -> images.withClasses(List.of("a", "c")));
    assertThat(error)
        .hasMessageThat()
        .isEqualTo("drawn has the classes [b], which are not among those expected: [a, c]");
  }

  private static String ids(ImageSet set) {
    return String.join(",", IntStream.range(0, set.size()).mapToObj(set::id).toList());
  }
}
