package org.opponency.orchard;

import java.util.ArrayList;
import java.util.List;
import org.opponency.orchard.Part.Matter;

/** What grows at the stem end of a fruit. */
enum Top {
  /** A thin woody stalk. */
  STALK(0.34) {
    @Override
    List<Part> grow(double foot, Draws draws) {
      double length = draws.between(0.3, 0.45);
      Blade stalk =
          Blade.of(0, foot - 0.1, draws.around(0, 0.5), length, 0.055, 0.8, draws.around(0, 0.3));
      return List.of(new Part(stalk, Matter.WOOD, true));
    }
  },
  /** A small round button where the stalk was. */
  BUTTON(0.1) {
    @Override
    List<Part> grow(double foot, Draws draws) {
      List<Part> star = new ArrayList<>();
      double turn = draws.between(0, 1.2);
      for (int i = 0; i < 5; i++) {
        Blade point = Blade.of(0, foot - 0.12, turn + i * 1.257, 0.13, 0.05, 0.4, 0);
        star.add(new Part(point, Matter.LEAF, true));
      }
      return star;
    }
  },
  /** Green sepals that lie over the shoulders, and a short stalk. */
  SEPALS(0.3) {
    @Override
    List<Part> grow(double foot, Draws draws) {
      List<Part> sepals = new ArrayList<>();
      sepals.add(
          new Part(
              Blade.of(
                  0, foot - 0.06, draws.around(0, 0.5), 0.34, 0.045, 0.9, draws.around(0, 0.4)),
              Matter.LEAF,
              true));
      for (int i = -3; i <= 3; i++) {
        double angle = i * 0.72 + draws.around(0, 0.25);
        double length = 0.62 - 0.03 * Math.abs(i) + draws.around(0, 0.1);
        sepals.add(
            new Part(
                Blade.of(0, foot - 0.03, angle, length, 0.13, 0.2, draws.around(0, 0.25)),
                Matter.LEAF,
                true));
      }
      return sepals;
    }
  },
  /** A tuft of long stiff leaves. */
  CROWN(0.95) {
    @Override
    List<Part> grow(double foot, Draws draws) {
      List<Part> crown = new ArrayList<>();
      for (int ring = 0; ring < 2; ring++) {
        for (int i = 0; i < 5 + ring; i++) {
          double fan = (i - (4 + ring) / 2.0) * (ring == 0 ? 0.42 : 0.34);
          double length = (ring == 0 ? 0.62 : 0.95) - 0.22 * Math.abs(fan) + draws.around(0, 0.1);
          double curl = 0.35 * fan + draws.around(0, 0.12);
          Blade leaf = Blade.of(fan * 0.12, foot - 0.12, fan, length, 0.13, 0.55, curl);
          crown.add(new Part(leaf, Matter.LEAF, false));
        }
      }
      return crown;
    }
  },
  /** A short crown of pointed lobes in the colour of the skin. */
  LOBES(0.34) {
    @Override
    List<Part> grow(double foot, Draws draws) {
      List<Part> lobes = new ArrayList<>();
      for (int i = 0; i < 5; i++) {
        double fan = (i - 2) * 0.24;
        Blade lobe =
            Blade.of(
                fan * 0.5, foot - 0.1, fan, 0.38 + draws.around(0, 0.06), 0.12, 0.9, fan * 0.4);
        lobes.add(new Part(lobe, Matter.SKIN, i % 2 == 0));
      }
      return lobes;
    }
  };

  /** How far this reaches above the body, in half heights. */
  final double reach;

  Top(double reach) {
    this.reach = reach;
  }

  /**
   * The parts, front ones first to be tested first, on a body whose stem end is at {@code foot}.
   */
  abstract List<Part> grow(double foot, Draws draws);
}
