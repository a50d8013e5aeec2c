package org.opponency.report;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.models.Architecture;
import org.opponency.models.Network;
import org.opponency.models.VisionModel;
import org.opponency.study.analysis.EarlyVision;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.LiveRetina;

/** Whether its numbers are right, a browser tells: environment/check-slow pages-in-browser. */
class RetinaPageTest {
  private static final Architecture THIN = Architecture.thin(4, 10, 32);

  private static LiveRetina retina() {
    try (VisionModel vision = VisionModel.of(Network.initialise(THIN, 1))) {
      return LiveRetina.of(
          Examples.provenance(Scale.LAPTOP),
          "width 4 <run 0>",
          vision,
          EarlyVision.RETINA_2,
          List.of(new LiveRetina.Picture("fig", Examples.grey(20, 20, 100))));
    }
  }

  @Test
  void carriesTheWeightsAndWhatTheToolkitSays(@TempDir Path folder) throws Exception {
    LiveRetina retina = retina();
    RetinaPage.save(retina, folder.resolve("retina"));
    String html = Files.readString(folder.resolve("retina/index.html"));
    assertThat(html).contains("width 4 &lt;run 0&gt;");
    assertThat(html).doesNotContain("{data}");
    assertThat(html).doesNotContainMatch("(src|href)=\"http");
    JsonObject data = data(html);
    var last = data.getAsJsonArray("layers").get(1).getAsJsonObject();
    assertThat(last.get("cells").getAsInt()).isEqualTo(4);
    assertThat(last.get("inputs").getAsInt()).isEqualTo(32);
    byte[] weights = Base64.getDecoder().decode(last.get("weights").getAsString());
    assertThat(weights).hasLength(4 * 4 * 32 * 7 * 7);
    float[] own = retina.layers().get(1).weights().values();
    assertThat(ByteBuffer.wrap(weights).order(ByteOrder.LITTLE_ENDIAN).getFloat(40))
        .isEqualTo(own[10]);
    // 24 hues, 24 gratings, three places of the picture.
    assertThat(data.getAsJsonArray("expected")).hasSize(24 + 24 + 3);
  }

  /** By hand: red is what the middle of a red picture gives as well. */
  @Test
  void expectedResponsesAreThoseOfTheMiddleCell() {
    LiveRetina.Expected red = retina().expected().get(0);
    assertThat(red.kind()).isEqualTo("hue");
    assertThat(red.numbers()).containsExactly(0.0);
    byte[] pixels = new byte[32 * 32 * 3];
    for (int i = 0; i < pixels.length; i += 3) {
      pixels[i] = (byte) 255;
    }
    try (VisionModel vision = VisionModel.of(Network.initialise(THIN, 1))) {
      var maps =
          vision.maps(new org.opponency.images.RgbImage(32, 32, pixels), EarlyVision.RETINA_2);
      for (int cell = 0; cell < 4; cell++) {
        assertThat(red.responses()[cell]).isWithin(1e-5f).of(maps.of(cell)[16 * 32 + 16]);
      }
    }
  }

  private static JsonObject data(String html) {
    String begin = "id=\"data\">";
    int from = html.indexOf(begin) + begin.length();
    return new Gson()
        .fromJson(html.substring(from, html.indexOf("</script>", from)), JsonObject.class);
  }
}
