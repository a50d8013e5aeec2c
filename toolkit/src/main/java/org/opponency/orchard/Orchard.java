package org.opponency.orchard;

import static org.opponency.io.Text.format;

import java.util.Locale;
import java.util.Objects;
import org.opponency.images.CueConflictSet;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;

/**
 * The embedded picture set: ten fruits drawn with pose, light, clutter and occlusion, as many as
 * wanted. Immutable; the sets it gives may be read by several threads.
 *
 * <p>A picture depends only on the seed, its set and its index: the same scene at any size, the
 * same bytes on any machine, and no different when a longer set is asked for. Labels cycle through
 * the ten classes, so every prefix of a set is balanced to one picture. Different sets are
 * different random streams.
 *
 * <p>No single cue is enough to tell the fruits; {@link Overlap} says how.
 *
 * <pre>{@code
 * var orchard = Orchard.ofSize(32);
 * ImageSet train = orchard.train(1000);          // 10,000 pictures
 * ImageSet large = orchard.withSize(256).train(1000); // the same scenes, to look at
 * }</pre>
 */
public final class Orchard {
  /** Smallest width and height in pixels: below, the surfaces cannot be told any more. */
  public static final int LEAST_SIZE = 32;

  /** Largest width and height in pixels. */
  public static final int MOST_SIZE = 8192;

  /** Largest number of pictures a class or pair, so that a set's size stays an int. */
  private static final int MOST = 2_000_000;

  private static final int CLASSES = Fruit.values().length;

  private final int pixels;
  private final long seed;
  private final Overlap overlap;

  private Orchard(int pixels, long seed, Overlap overlap) {
    if (pixels < LEAST_SIZE || pixels > MOST_SIZE) {
      throw new IllegalArgumentException(
          format(
              "Orchard draws pictures of %d to %d pixels a side, got %d; ask for a size in between",
              LEAST_SIZE, MOST_SIZE, pixels));
    }
    this.pixels = pixels;
    this.seed = seed;
    this.overlap = Objects.requireNonNull(overlap, "overlap");
  }

  /**
   * Pictures of {@code pixels} x {@code pixels}, seed 0, fruits that overlap as usual.
   *
   * @throws IllegalArgumentException if {@code pixels} is not {@value #LEAST_SIZE} to {@value
   *     #MOST_SIZE}
   */
  public static Orchard ofSize(int pixels) {
    return new Orchard(pixels, 0, Overlap.USUAL);
  }

  /** The same scenes at another size. */
  public Orchard withSize(int pixels) {
    return new Orchard(pixels, seed, overlap);
  }

  /** Other scenes, all sets anew. */
  public Orchard withSeed(long seed) {
    return new Orchard(pixels, seed, overlap);
  }

  /** The same poses, lights and backdrops, with fruits that differ more or less in a cue. */
  public Orchard with(Overlap other) {
    return new Orchard(pixels, seed, other);
  }

  /** Pictures to train on, {@code perClass} of each fruit. */
  public ImageSet train(int perClass) {
    return new Fruits("train", false, null, perClass);
  }

  /** Pictures to validate on, {@code perClass} of each fruit. */
  public ImageSet validation(int perClass) {
    return new Fruits("validation", false, null, perClass);
  }

  /** Where the fruits of {@link #validation(int)} are seen: white on black, by the same names. */
  public ImageSet validationMasks(int perClass) {
    return new Fruits("validation", false, null, perClass) {
      @Override
      public RgbImage image(int index) {
        return scene(check(index)).mask(pixels);
      }
    };
  }

  /** The scenes of {@link #train(int)} with a single cue left. */
  public ImageSet train(int perClass, Cue cue) {
    return new Fruits("train", false, Objects.requireNonNull(cue, "cue"), perClass);
  }

  /** The scenes of {@link #validation(int)} with a single cue left. */
  public ImageSet validation(int perClass, Cue cue) {
    return new Fruits("validation", false, Objects.requireNonNull(cue, "cue"), perClass);
  }

  /**
   * Candidates for hard pictures: unusual colours, light and views, heavy occlusion. Which of them
   * are hard is for a model to say.
   */
  public ImageSet hardCandidates(int perClass) {
    return new Fruits("hard", true, null, perClass);
  }

  /**
   * Pictures with the silhouette of one fruit and the surface and colours of another, all cues
   * clear: {@code perPair} of each of the 90 ordered pairs of different fruits.
   */
  public CueConflictSet cueConflict(int perPair) {
    return new Conflicts(perPair);
  }

  /**
   * Pictures with the silhouette of one fruit, the surface of a second and the colours of a third,
   * all cues clear: {@code perTriple} of each of the 720 ordered triples of different fruits. Ids
   * are such as {@code lemon1-fig1-banana1}: the first lemon silhouette with the first fig surface
   * in the first banana colours.
   */
  public ThreeCueSet threeCues(int perTriple) {
    return new ThreeCues(perTriple);
  }

  private Draws stream(String set) {
    return Draws.of(seed).split(set);
  }

  private String title(String what) {
    return seed == 0 ? "Orchard " + what : format("Orchard %s, seed %d", what, seed);
  }

  private static int checked(int count, String what) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          format("Expected 1 to %d pictures %s, got %d", MOST, what, count));
    }
    return count;
  }

  private static String lower(Cue cue) {
    return cue.name().toLowerCase(Locale.ROOT);
  }

  private class Fruits extends OrchardSet {
    private final String set;
    private final boolean hard;
    private final Cue cue;

    Fruits(String set, boolean hard, Cue cue, int perClass) {
      super(
          title(cue == null ? set : set + ", " + lower(cue) + " only"),
          checked(perClass, "a class") * CLASSES,
          pixels);
      this.set = set;
      this.hard = hard;
      this.cue = cue;
    }

    @Override
    public String id(int index) {
      String key = Fruit.values()[label(index)].key() + (index / CLASSES + 1);
      return set + (cue == null ? "" : "-" + lower(cue)) + "/" + key;
    }

    @Override
    Scene scene(int index) {
      Draws draws = stream(set).split(index);
      Look look = Look.of(Fruit.values()[label(index)], hard, overlap, draws);
      return Scene.draw(cue == null ? look : look.only(cue), draws, draws);
    }
  }

  private final class Conflicts extends OrchardSet implements CueConflictSet {
    Conflicts(int perPair) {
      super(title("cue conflict"), checked(perPair, "a pair") * CLASSES * (CLASSES - 1), pixels);
    }

    @Override
    public int textureLabel(int index) {
      int other = check(index) / CLASSES % (CLASSES - 1) + 1;
      return (index + other) % CLASSES;
    }

    @Override
    public String id(int index) {
      int exemplar = exemplar(index) + 1;
      return silhouette(index).key() + exemplar + "-" + skin(index).key() + exemplar;
    }

    @Override
    Scene scene(int index) {
      Fruit silhouette = silhouette(index);
      Fruit skin = skin(index);
      Draws draws = stream("cue-conflict").split(exemplar(index));
      return Scene.draw(
          Look.conflict(silhouette, skin, skin, overlap),
          draws.split("place").split(silhouette.key()),
          draws.split("coat").split(skin.key()));
    }

    private Fruit silhouette(int index) {
      return Fruit.values()[label(index)];
    }

    private Fruit skin(int index) {
      return Fruit.values()[textureLabel(index)];
    }

    private int exemplar(int index) {
      return check(index) / (CLASSES * (CLASSES - 1));
    }
  }

  private final class ThreeCues extends OrchardSet implements ThreeCueSet {
    private static final int PAIRS = (CLASSES - 1) * (CLASSES - 2);

    ThreeCues(int perTriple) {
      super(title("three cues"), checked(perTriple, "a triple") * CLASSES * PAIRS, pixels);
    }

    @Override
    public int textureLabel(int index) {
      return (index + steps(index)) % CLASSES;
    }

    /** Two different steps onwards from the silhouette's fruit, so that no two of three agree. */
    @Override
    public int colourLabel(int index) {
      int other = check(index) / CLASSES / (CLASSES - 1) % (CLASSES - 2) + 1;
      return (index + (other < steps(index) ? other : other + 1)) % CLASSES;
    }

    private int steps(int index) {
      return check(index) / CLASSES % (CLASSES - 1) + 1;
    }

    @Override
    public String id(int index) {
      int exemplar = exemplar(index) + 1;
      Look look = look(index);
      return format(
          "%s%d-%s%d-%s%d",
          look.silhouette().key(),
          exemplar,
          look.surface().key(),
          exemplar,
          look.colour().key(),
          exemplar);
    }

    @Override
    Scene scene(int index) {
      Look look = look(index);
      Draws draws = stream("three-cues").split(exemplar(index));
      return Scene.draw(
          look, draws.split("place").split(look.silhouette().key()), draws.split("coat"));
    }

    private Look look(int index) {
      Fruit[] fruits = Fruit.values();
      return Look.conflict(
          fruits[label(index)], fruits[textureLabel(index)], fruits[colourLabel(index)], overlap);
    }

    private int exemplar(int index) {
      return check(index) / (CLASSES * PAIRS);
    }
  }
}
