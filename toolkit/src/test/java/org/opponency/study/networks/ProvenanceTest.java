package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  private static final Provenance EXAMPLE =
      new Provenance(
          "0.1.0",
          new Revision("0123456789abcdef0123456789abcdef01234567", Revision.Tree.CLEAN),
          "Vendor 17",
          "Linux amd64",
          new Provenance.Engine("0.35.1", "2.7.1"),
          Scale.LAPTOP,
          7,
          new Provenance.Data("Orchard 32 px", "ff00"),
          "lr < 0.02",
          Instant.parse("2026-11-24T10:00:00Z"),
          Path.of("some", "folder"));

  @Test
  void jsonHoldsEverything() {
    JsonObject json = new Gson().fromJson(EXAMPLE.toJson(), JsonObject.class);
    assertThat(json.get("parentRevision").getAsString()).isEqualTo(EXAMPLE.revision().hash());
    assertThat(json.get("tree").getAsString()).isEqualTo("clean");
    assertThat(json.getAsJsonObject("engine").get("libtorch").getAsString()).isEqualTo("2.7.1");
    assertThat(json.getAsJsonObject("data").get("digest").getAsString()).isEqualTo("ff00");
    assertThat(json.get("scale").getAsString()).isEqualTo("laptop");
    assertThat(json.get("seed").getAsLong()).isEqualTo(7);
    assertThat(json.get("date").getAsString()).isEqualTo("2026-11-24T10:00:00Z");
    // One key for each component but the folder, and the revision's tree beside it.
    assertThat(json.size()).isEqualTo(Provenance.class.getRecordComponents().length - 1 + 1);
    assertThat(EXAMPLE.toJson()).doesNotContain("folder");
    assertThat(EXAMPLE.toJson()).contains("lr < 0.02");
  }

  @Test
  void stampNamesScaleDataAndRevision() {
    assertThat(EXAMPLE.stamp())
        .isEqualTo("laptop scale · Orchard 32 px · opponency 0.1.0 @0123456");
  }

  @Test
  void hereAndNowIsFoundOut() {
    var data = new Provenance.Data("none", "none");
    var here =
        Provenance.of(Scale.SMOKE, 1, data, "test", Provenance.Engine.NONE, Path.of("figures"));
    assertThat(here.java()).contains(System.getProperty("java.version"));
    assertThat(here.platform()).contains(System.getProperty("os.arch"));
    assertThat(here.date().getNano()).isEqualTo(0);
    assertThat(Stream.of(here.toolkit(), here.revision().hash()).noneMatch(String::isBlank))
        .isTrue();
  }
}
