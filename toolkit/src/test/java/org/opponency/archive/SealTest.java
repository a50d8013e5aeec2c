package org.opponency.archive;

import static com.google.common.truth.Truth.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.opponency.io.Sha256;

class SealTest {
  private static final String TEXT = "{\"sha256\": \"" + Seal.OPEN + "\", \"name\": \"Müller\"}";

  @Test
  void isTheDigestOfTheTextWithZeros() {
    String sealed = Seal.on(TEXT);
    assertThat(sealed).isEqualTo(TEXT.replace(Seal.OPEN, Sha256.ofBytes(TEXT.getBytes(UTF_8))));
    assertThat(Seal.holds(sealed.getBytes(UTF_8))).isTrue();
  }

  @Test
  void breaksWithAnyChange() {
    String sealed = Seal.on(TEXT);
    assertThat(Seal.holds(sealed.replace("Müller", "Muller").getBytes(UTF_8))).isFalse();
    assertThat(Seal.holds((sealed + " ").getBytes(UTF_8))).isFalse();
    assertThat(Seal.holds("{}".getBytes(UTF_8))).isFalse();
    assertThat(Seal.holds(TEXT.getBytes(UTF_8))).isFalse();
  }
}
