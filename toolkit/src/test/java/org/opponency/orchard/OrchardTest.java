package org.opponency.orchard;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.opponency.images.CueConflictSet;
import org.opponency.images.ImageNetClass;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;

class OrchardTest {
  private final Orchard orchard = Orchard.ofSize(32);

  @Test
  void drawsTheSameBytesOnEveryMachine() throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    for (ImageSet set : allSets(orchard.withSeed(2020))) {
      for (int i = 0; i < 20; i++) {
        sha.update(set.image(i).pixels());
      }
    }
    assertWithMessage("the pictures moved: if that was meant, put the new digest here")
        .that(HexFormat.of().formatHex(sha.digest()))
        .isEqualTo("3a1a568078c8befb61f26b80b14e8b8f9f9a937932376991065a0b8a86579c4a");
  }

  @Test
  void drawsTheSamePictureTwiceAndInAnyOrder() {
    ImageSet once = orchard.train(3);
    ImageSet again = orchard.train(30);
    List<byte[]> backwards =
        IntStream.iterate(29, i -> i - 1).limit(30).mapToObj(i -> again.image(i).pixels()).toList();
    for (int i = 0; i < once.size(); i++) {
      assertThat(once.image(i).pixels()).isEqualTo(backwards.get(29 - i));
    }
  }

  @Test
  void drawsTheSamePicturesFromSeveralThreads() {
    ImageSet set = orchard.validation(4);
    List<Integer> serial =
        IntStream.range(0, 40).map(i -> Arrays.hashCode(set.image(i).pixels())).boxed().toList();
    List<Integer> parallel =
        IntStream.range(0, 40)
            .parallel()
            .map(i -> Arrays.hashCode(set.image(i).pixels()))
            .boxed()
            .toList();
    assertThat(parallel).isEqualTo(serial);
  }

  @Test
  void everySetIsARandomStreamOfItsOwn() {
    Set<Integer> pictures = new HashSet<>();
    int drawn = 0;
    for (Orchard seeded : List.of(orchard, orchard.withSeed(1))) {
      for (ImageSet set : allSets(seeded)) {
        for (int i = 0; i < 40; i++, drawn++) {
          pictures.add(Arrays.hashCode(set.image(i).pixels()));
        }
      }
    }
    assertThat(pictures).hasSize(drawn);
  }

  @Test
  void everyPrefixIsBalanced() {
    ImageSet set = orchard.train(7);
    assertThat(set.size()).isEqualTo(70);
    int[] counts = new int[10];
    for (int i = 0; i < set.size(); i++) {
      counts[set.label(i)]++;
      assertThat(Arrays.stream(counts).max().orElseThrow())
          .isAtMost(Arrays.stream(counts).min().orElseThrow() + 1);
    }
  }

  @Test
  void classesCarryTheImageNetNamesInLabelOrder() {
    List<ImageNetClass> fruits = ImageNetClass.all().subList(948, 958);
    assertThat(orchard.train(1).classes())
        .isEqualTo(fruits.stream().map(ImageNetClass::shortLabel).toList());
  }

  @Test
  void idsAreUniqueAndNameSetClassAndNumber() {
    Set<String> ids = new HashSet<>();
    int count = 0;
    for (ImageSet set : allSets(orchard)) {
      for (int i = 0; i < set.size(); i++, count++) {
        ids.add(set.id(i));
      }
    }
    assertThat(ids).hasSize(count);
    assertThat(orchard.train(2).id(13)).isEqualTo("train/lemon2");
    assertThat(orchard.validation(2, Cue.SURFACE).id(8))
        .isEqualTo("validation-surface/custardapple1");
  }

  @Test
  void digestTellsSetsSizesSeedsAndLengthsApart() {
    List<String> digests =
        List.of(
            orchard.train(2).digest(),
            orchard.train(3).digest(),
            orchard.validation(2).digest(),
            orchard.train(2, Cue.COLOUR).digest(),
            orchard.withSeed(1).train(2).digest(),
            orchard.withSize(33).train(2).digest());
    assertThat(Set.copyOf(digests)).hasSize(digests.size());
    assertThat(orchard.train(2).digest()).isEqualTo(digests.get(0));
  }

  @Test
  void refusesWhatCannotBeDrawn() {
    assertThat(assertThrows(IllegalArgumentException.class, () -> Orchard.ofSize(31)))
        .hasMessageThat()
        .isEqualTo(
            "Orchard draws pictures of 32 to 8192 pixels a side, got 31; ask for a size in"
                + " between");
    assertThat(assertThrows(IllegalArgumentException.class, () -> orchard.train(0)))
        .hasMessageThat()
        .contains("1 to 2000000 pictures a class, got 0");
    assertThat(assertThrows(IllegalArgumentException.class, () -> orchard.cueConflict(-1)))
        .hasMessageThat()
        .contains("1 to 2000000 pictures a pair, got -1");
    assertThat(assertThrows(IndexOutOfBoundsException.class, () -> orchard.train(1).image(10)))
        .hasMessageThat()
        .isEqualTo("Orchard train holds images 0 to 9, not 10");
  }

  @Test
  void cueConflictHoldsEveryOrderedPairOfDifferentFruits() {
    CueConflictSet set = orchard.cueConflict(2);
    assertThat(set.size()).isEqualTo(180);
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i < 90; i++) {
      assertThat(set.textureLabel(i)).isNotEqualTo(set.label(i));
      pairs.add(set.label(i) + " " + set.textureLabel(i));
    }
    assertThat(pairs).hasSize(90);
    assertThat(set.id(3)).isEqualTo("lemon1-fig1");
    assertThat(set.id(93)).isEqualTo("lemon2-fig2");
  }

  @Test
  void threeCuesHoldEveryOrderedTripleOfDifferentFruits() {
    ThreeCueSet set = orchard.threeCues(2);
    assertThat(set.size()).isEqualTo(1440);
    Set<List<Integer>> triples = new HashSet<>();
    for (int i = 0; i < 720; i++) {
      List<Integer> triple = List.of(set.label(i), set.textureLabel(i), set.colourLabel(i));
      assertThat(new HashSet<>(triple)).hasSize(3);
      triples.add(triple);
    }
    assertThat(triples).hasSize(720);
    assertThat(set.id(3)).isEqualTo("lemon1-fig1-pineapple1");
    assertThat(set.id(723)).isEqualTo("lemon2-fig2-pineapple2");
  }

  /** What an id promises: the first lemon silhouette whatever it is dressed in, and so on. */
  @Test
  void threeCuesShareTheSilhouetteOfAnExemplarAndNotItsColours() {
    ThreeCueSet set = orchard.withSize(64).threeCues(1);
    assertThat(set.id(93)).isEqualTo("lemon1-fig1-banana1");
    RgbImage pineapple = set.image(3);
    RgbImage banana = set.image(93);
    assertThat(banana.value(0, 0, 0)).isEqualTo(pineapple.value(0, 0, 0));
    assertThat(banana.pixels()).isNotEqualTo(pineapple.pixels());
  }

  private static List<ImageSet> allSets(Orchard orchard) {
    return List.of(
        orchard.train(4),
        orchard.validation(4),
        orchard.train(4, Cue.SILHOUETTE),
        orchard.train(4, Cue.SURFACE),
        orchard.train(4, Cue.COLOUR),
        orchard.validation(4, Cue.SILHOUETTE),
        orchard.validation(4, Cue.SURFACE),
        orchard.validation(4, Cue.COLOUR),
        orchard.hardCandidates(4),
        orchard.cueConflict(1),
        orchard.threeCues(1));
  }
}
