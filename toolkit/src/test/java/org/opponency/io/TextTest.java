package org.opponency.io;

import static com.google.common.truth.Truth.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void longListsAreCutToThreeAndACount() {
    assertThat(Text.few(List.of())).isEmpty();
    assertThat(Text.few(List.of("a", "b", "c"))).isEqualTo("a, b, c");
    assertThat(Text.few(List.of("a", "b", "c", "d", "e"))).isEqualTo("a, b, c and 2 more");
  }
}
