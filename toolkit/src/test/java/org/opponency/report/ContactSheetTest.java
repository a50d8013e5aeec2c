package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.orchard.Orchard;
import org.opponency.report.draw.Svg;

class ContactSheetTest {
  private static final List<RgbImage> FOUR =
      IntStream.of(10, 20, 30, 40).mapToObj(level -> Examples.grey(4, 4, level)).toList();

  @Test
  void imagesStandRowByRow() {
    var sheet = ContactSheet.of(FOUR).columns(2).cell(10);
    var image = sheet.image();
    assertThat(image.getWidth()).isEqualTo(2 * (10 + 8 + 10));
    assertThat(image.getHeight()).isEqualTo(2 * (10 + 8 + 10));
    assertThat(image.getRGB(10, 10) & 0xff).isEqualTo(10);
    assertThat(image.getRGB(46, 10) & 0xff).isEqualTo(20);
    assertThat(image.getRGB(10, 46) & 0xff).isEqualTo(30);
    assertThat(image.getRGB(28, 28) & 0xff).isEqualTo(255);
  }

  @Test
  void setsAreShownByTheirFirstImagesOrInRows() {
    ImageSet fruits = Orchard.ofSize(32).validation(1);
    ContactSheet first = ContactSheet.of(fruits, 3, fruits::id);
    assertThat(first.images())
        .isEqualTo(List.of(fruits.image(0), fruits.image(1), fruits.image(2)));
    assertThat(first.captions())
        .containsExactly(fruits.id(0), fruits.id(1), fruits.id(2))
        .inOrder();
    assertThat(ContactSheet.of(fruits, 99, fruits::id).images()).hasSize(10);
    ContactSheet rows = ContactSheet.rows(fruits.first(2), fruits.subset(5, 6));
    assertThat(rows.columns()).isEqualTo(2);
    assertThat(rows.images().get(2)).isEqualTo(fruits.image(5));
  }

  @Test
  void longImagesKeepTheirShape() {
    var image = ContactSheet.of(List.of(Examples.grey(8, 4, 0))).cell(16).image();
    assertThat(image.getRGB(16, 16) & 0xff).isEqualTo(0);
    assertThat(image.getRGB(16, 4) & 0xff).isEqualTo(255);
  }

  @Test
  void captionsAndLabelsMakeRoom() {
    var bare = ContactSheet.of(FOUR).columns(2);
    var captioned = bare.captions(Collections.nCopies(4, "fig"));
    assertThat(captioned.height()).isGreaterThan(bare.height());
    var longer = bare.captions(List.of("fig", "a fig among many other fruits", "fig", "fig"));
    assertThat(longer.height()).isGreaterThan(captioned.height());
    assertThat(bare.rowLabels(List.of("train", "test")).width()).isGreaterThan(bare.width());
  }

  @Test
  void svgHoldsTheCaptions() {
    var texts = List.of("fig", "lemon", "banana", "orange");
    String svg = Svg.of(ContactSheet.of(FOUR).captions(texts));
    texts.forEach(text -> assertThat(svg).contains(">" + text + "</text>"));
  }

  @Test
  void listsThatDoNotFitAreRefused() {
    var sheet = ContactSheet.of(FOUR).columns(2);
    var refusal =
        assertThrows(IllegalArgumentException.class, () -> sheet.captions(List.of("one")));
    assertThat(refusal).hasMessageThat().contains("Expected 4 captions or none, got 1");
    assertThrows(IllegalArgumentException.class, () -> sheet.rowLabels(List.of("one")));
    assertThrows(IllegalArgumentException.class, () -> ContactSheet.of(List.of()));
  }
}
