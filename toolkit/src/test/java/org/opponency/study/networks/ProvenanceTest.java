package org.opponency.study.networks;

import static com.google.common.truth.Truth.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.opponency.study.laboratory.ConeResults;
import org.opponency.study.laboratory.EffectiveFieldResults;
import org.opponency.study.laboratory.GratingResults;
import org.opponency.study.laboratory.HueResults;
import org.opponency.study.results.OpponencyResults;
import org.opponency.study.results.Results;
import org.opponency.study.store.Origin;
import org.opponency.study.store.Revision;

class ProvenanceTest {
  private static final Origin ORIGIN = at("0123456789abcdef0123456789abcdef01234567");
  private static final Provenance EXAMPLE =
      new Provenance(
          ORIGIN,
          Set.of(),
          Scale.LAPTOP,
          7,
          new Provenance.Data("Orchard 32 px", "ff00"),
          "lr < 0.02",
          Instant.parse("2026-11-24T10:00:00Z"),
          Path.of("some", "folder"));

  private static Origin at(String hash) {
    return new Origin(
        "0.1.0",
        new Revision(hash, Revision.Tree.CLEAN),
        "Vendor 17",
        "Linux amd64",
        new Origin.Engine("0.35.1", "2.7.1"));
  }

  private static JsonObject json(Provenance provenance) {
    return new Gson().fromJson(provenance.toJson(), JsonObject.class);
  }

  @Test
  void jsonHoldsEverything() {
    JsonObject json = json(EXAMPLE);
    assertThat(json.get("parentRevision").getAsString()).isEqualTo(ORIGIN.revision().hash());
    assertThat(json.get("tree").getAsString()).isEqualTo("clean");
    assertThat(json.getAsJsonObject("engine").get("libtorch").getAsString()).isEqualTo("2.7.1");
    assertThat(json.getAsJsonObject("data").get("digest").getAsString()).isEqualTo("ff00");
    assertThat(json.get("scale").getAsString()).isEqualTo("laptop");
    assertThat(json.get("seed").getAsLong()).isEqualTo(7);
    assertThat(json.get("date").getAsString()).isEqualTo("2026-11-24T10:00:00Z");
    // One key for each component but the folder; the origin's own, with the revision's tree.
    int own = Provenance.class.getRecordComponents().length - 2;
    assertThat(json.size()).isEqualTo(own + Origin.class.getRecordComponents().length + 1);
    assertThat(EXAMPLE.toJson()).doesNotContain("folder");
    assertThat(EXAMPLE.toJson()).contains("lr < 0.02");
  }

  @Test
  void whatIsDrawnWasComputedByWhomItSays() {
    Origin other = at("fedcba9876543210fedcba9876543210fedcba98");
    for (List<Origin> order : List.of(List.of(other, ORIGIN), List.of(ORIGIN, other))) {
      JsonArray by = json(EXAMPLE.with(new LinkedHashSet<>(order))).getAsJsonArray("computedBy");
      assertThat(by.size()).isEqualTo(2);
      JsonObject last = by.get(1).getAsJsonObject();
      assertThat(last.get("revision").getAsString()).isEqualTo(other.revision().hash());
      assertThat(last.getAsJsonObject("engine").get("djl").getAsString()).isEqualTo("0.35.1");
    }
  }

  @Test
  void whatIsPutTogetherWasComputedByWhomEachWas() {
    Origin other = at("fedcba9876543210fedcba9876543210fedcba98");
    Provenance one = EXAMPLE.with(Set.of(ORIGIN));
    Provenance two = EXAMPLE.with(Set.of(other));
    List<Results<?>> together =
        List.of(
            new OpponencyResults(one, List.of()).and(new OpponencyResults(two, List.of())),
            new ConeResults(one, List.of()).and(new ConeResults(two, List.of())),
            new HueResults(one, List.of()).and(new HueResults(two, List.of())),
            new GratingResults(one, List.of()).and(new GratingResults(two, List.of())),
            new EffectiveFieldResults(one, List.of())
                .and(new EffectiveFieldResults(two, List.of())));
    for (Results<?> both : together) {
      assertThat(both.provenance().computedBy()).containsExactly(ORIGIN, other);
    }
    assertThat(one.and(EXAMPLE).computedBy()).containsExactly(ORIGIN);
  }

  @Test
  void whatNobodyElseComputedIsItsOwn() {
    JsonArray by = json(EXAMPLE).getAsJsonArray("computedBy");
    assertThat(by.size()).isEqualTo(1);
    assertThat(by.get(0).getAsJsonObject().get("revision").getAsString())
        .isEqualTo(ORIGIN.revision().hash());
  }

  @Test
  void whatWasKeptBeforeIsUnknown() {
    Provenance kept = EXAMPLE.with(Set.of(Origin.UNKNOWN));
    JsonObject by = json(kept).getAsJsonArray("computedBy").get(0).getAsJsonObject();
    assertThat(by.get("revision").getAsString()).isEqualTo("unknown");
    assertThat(by.getAsJsonObject("engine").get("libtorch").getAsString()).isEqualTo("unknown");
    assertThat(kept.stamp()).isEqualTo(EXAMPLE.stamp());
  }

  @Test
  void stampNamesScaleDataAndRevisions() {
    String alone = "laptop scale · Orchard 32 px · opponency 0.1.0 @0123456";
    assertThat(EXAMPLE.stamp()).isEqualTo(alone);
    assertThat(EXAMPLE.with(Set.of(ORIGIN)).stamp()).isEqualTo(alone);
    Origin other = at("fedcba9876543210");
    assertThat(EXAMPLE.with(Set.of(ORIGIN, other)).stamp())
        .isEqualTo(alone + " · computed @fedcba9");
    assertThat(EXAMPLE.with(Set.of(other, at("00ff00ff00"))).stamp())
        .isEqualTo(alone + " · computed at 2 other revisions");
  }

  @Test
  void seedIsThatOfThePictures() {
    assertThat(new Provenance.Data("Orchard 32 px, 5 worlds of colour", "ff").seed())
        .isEqualTo(2027);
    for (String other : List.of("CIFAR-10, fc1 of 128 units", "tiny-imagenet 32 px")) {
      assertThat(new Provenance.Data(other, "ff").seed()).isEqualTo(2026);
    }
  }

  @Test
  void hereAndNowIsFoundOut() {
    var data = new Provenance.Data("none", "none");
    var here = Provenance.of(Scale.SMOKE, 1, data, "test", Origin.Engine.NONE, Path.of("figures"));
    assertThat(here.origin().java()).contains(System.getProperty("java.version"));
    assertThat(here.origin().platform()).contains(System.getProperty("os.arch"));
    assertThat(here.date().getNano()).isEqualTo(0);
    Origin origin = here.origin();
    assertThat(Stream.of(origin.toolkit(), origin.revision().hash()).noneMatch(String::isBlank))
        .isTrue();
  }
}
