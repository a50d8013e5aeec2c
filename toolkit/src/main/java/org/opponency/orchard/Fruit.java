package org.opponency.orchard;

import static org.opponency.orchard.Relief.Shape.KNOB;
import static org.opponency.orchard.Relief.Shape.PIT;
import static org.opponency.orchard.Relief.Shape.SPIKE;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The ten fruits in label order, with the ImageNet names of Figure 3 (ImageNet classes 948 to 957)
 * and what is typical of each: silhouette, surface and colours.
 *
 * <p>The tables overlap on purpose: round fruits, oval fruits, pitted skins, knobbly skins, greens,
 * yellows and reds each belong to several classes; see {@link Overlap}.
 */
public enum Fruit {
  GRANNY_SMITH(
      "Granny Smith",
      form(0, 0.26, 0, 4, Top.STALK, 0, .36, .62, .83, .97, 1.05, 1.07, .99, .80, .46, 0),
      new Relief(PIT, .26, .26, .25, 0, 0, .12, 1.5, 0, 0, .1, .1, .8, 5),
      Palette.of(0xd2c04a, .7, 0xe6eda0, 0x86b832, 0x9cc43c, 0x7aa834, 0xb4c94a)),
  STRAWBERRY(
      "strawberry",
      form(0, 0.05, 0, 4, Top.SEPALS, 0, .17, .36, .57, .74, .86, .93, .93, .80, .50, 0),
      new Relief(PIT, .38, .44, .06, 1.5, .35, .2, 1.7, 0, 0, .1, 0, .6, 4),
      Palette.of(0xe9b48a, .35, 0xf6d983, 0xd6202a, 0xc21a2c, 0xe0402c, 0xe8604a)),
  ORANGE(
      "orange",
      form(0, 0.06, 0, 4, Top.BUTTON, 0, .31, .60, .82, .96, 1.01, .96, .82, .60, .31, 0),
      new Relief(PIT, .17, .17, .22, .9, .22, 0, .8, 0, 0, .12, 0, .45, 4),
      Palette.of(0xf6b23a, .5, 0xb8641a, 0xf28a1c, 0xf59b24, 0xea761a, 0xd9a030)),
  LEMON(
      "lemon",
      form(0, 0, 0, 4, Top.BUTTON, 0, .13, .24, .52, .72, .79, .72, .52, .26, .15, 0),
      new Relief(PIT, .24, .2, .25, .7, .1, 0, .8, 0, 0, .3, 0, .5, 4),
      Palette.of(0xb9c23c, .6, 0xc9a428, 0xf6dd3a, 0xf2d22c, 0xf3e35c, 0xd2cf3e)),
  FIG(
      "fig",
      form(0, 0, 0, 4, Top.STALK, 0, .34, .62, .80, .86, .79, .62, .42, .25, .16, 0),
      new Relief(KNOB, 1, 1, 0, 0, 0, 0, 1.5, 3.6, .4, .3, .35, .2, 3),
      Palette.of(0x8a9a4c, .8, 0xb59a9a, 0x4d2b52, 0x63304e, 0x3d2846, 0x7f8a4a)),
  PINEAPPLE(
      "pineapple",
      form(0, 0, .09, 4.5, Top.CROWN, 0, .34, .55, .65, .70, .71, .69, .64, .54, .33, 0),
      new Relief(KNOB, .42, .46, 0, 1.5, .7, .17, .45, 0, 0, .2, .1, .3, 3),
      Palette.of(0x8a8a36, .8, 0x5e3a1c, 0xdca238, 0xc98a2e, 0xb58c34, 0x9a8c3a)),
  BANANA(
      "banana",
      form(.42, 0, 0, 4, Top.STALK, 0, .10, .19, .26, .30, .31, .30, .25, .16, .10, .06),
      new Relief(KNOB, 1, 1, 0, 0, 0, 0, .4, 1.9, .3, .14, .9, .3, 3),
      Palette.of(0xa3bd3e, .6, 0x5c3a1a, 0xf3d43c, 0xf0c92e, 0xf5de62, 0xa9c040)),
  JACKFRUIT(
      "jackfruit",
      form(0, 0, .05, 9, Top.STALK, 0, .31, .55, .70, .78, .81, .80, .73, .58, .33, 0),
      new Relief(SPIKE, .22, .22, .1, 1.5, .5, .14, .5, 0, 0, .25, .15, .15, 3),
      Palette.of(0xc2a346, .7, 0x5f6226, 0xa3a53c, 0xb89c46, 0x8a9638, 0xc4b04a)),
  CUSTARD_APPLE(
      "custard apple",
      form(0, 0.2, .1, 3.5, Top.STALK, 0, .26, .54, .77, .93, 1.02, 1.03, .95, .77, .45, 0),
      new Relief(KNOB, .5, .5, .06, 1.7, .55, 0, .6, 0, 0, .25, .2, .2, 3),
      Palette.of(0xd9d68c, .6, 0x55603a, 0xa2bd6c, 0xb9c87c, 0x8ca65c, 0xa8b058)),
  POMEGRANATE(
      "pomegranate",
      form(0, -.05, 0, 4, Top.LOBES, 0, .36, .65, .85, .97, 1.01, .95, .80, .56, .30, .1),
      new Relief(KNOB, 1, 1, 0, 0, 0, 0, .6, 1.0, .1, .22, .9, .6, 4),
      Palette.of(0xe6a85a, .9, 0x7c3a26, 0xb92637, 0xc83a3a, 0xa81f3c, 0xd6693c));

  private final String title;
  private final Form form;
  private final Relief relief;
  private final Palette palette;

  Fruit(String title, Form form, Relief relief, Palette palette) {
    this.title = title;
    this.form = form;
    this.relief = relief;
    this.palette = palette;
  }

  /** The ImageNet name, such as {@code "custard apple"}. */
  public String title() {
    return title;
  }

  /** The ten names in label order. */
  public static List<String> titles() {
    return Stream.of(values()).map(Fruit::title).toList();
  }

  /** The name as it stands in ids: lower case, without blanks. */
  String key() {
    return title.replace(" ", "").toLowerCase(Locale.ROOT);
  }

  Form form() {
    return form;
  }

  Relief relief() {
    return relief;
  }

  Palette palette() {
    return palette;
  }

  private static Form form(
      double bend, double dip, double scallop, double scallops, Top top, double... radii) {
    return new Form(radii, bend, dip, scallop, scallops, top);
  }
}
