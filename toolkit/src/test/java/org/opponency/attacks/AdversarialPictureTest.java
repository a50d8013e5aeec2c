package org.opponency.attacks;

import static com.google.common.truth.Truth.assertThat;

import org.junit.jupiter.api.Test;
import org.opponency.images.ImageSet;
import org.opponency.images.RgbImage;
import org.opponency.models.VisionModel;

class AdversarialPictureTest {
  private final ImageSet images = Toys.noise(1);

  private AdversarialPicture picture(double epsilon) {
    try (VisionModel vision = Toys.drawn(11)) {
      return AdversarialPicture.of(
          vision, Attack.fgsm(Norm.LINF), images.image(0), images.label(0), epsilon, 1);
    }
  }

  @Test
  void theAmplifiedPerturbationReachesItsEndsAndKeepsItsSign() {
    AdversarialPicture picture = picture(0.1);
    assertThat(picture.amplification()).isWithin(1e-3).of(5);
    RgbImage before = picture.original();
    int changed = 0;
    for (int i = 0; i < before.pixels().length; i++) {
      int change = (picture.adversarial().pixels()[i] & 0xff) - (before.pixels()[i] & 0xff);
      int shown = picture.perturbation().pixels()[i] & 0xff;
      assertThat(Math.abs(change)).isAtMost(26);
      assertThat(Integer.signum(change) * (shown - 127.5)).isAtLeast(-0.5);
      changed += change == 0 ? 0 : 1;
    }
    assertThat(changed).isGreaterThan(before.pixels().length / 2);
  }

  @Test
  void withoutAPerturbationAllIsGrey() {
    AdversarialPicture picture = picture(0);
    assertThat(picture.adversarial()).isEqualTo(picture.original());
    for (byte value : picture.perturbation().pixels()) {
      assertThat(value & 0xff).isEqualTo(128);
    }
  }
}
