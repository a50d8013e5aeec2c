package org.opponency.archive;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.io.RecordJson;
import org.opponency.io.Sha256;
import org.opponency.report.Examples;
import org.opponency.report.Figures;
import org.opponency.study.networks.Provenance;
import org.opponency.study.networks.Scale;
import org.opponency.study.results.AccuracyResults;
import org.opponency.study.store.Origin;
import org.opponency.study.store.Revision;

class CrateTest {
  @TempDir private Path folder;

  private Map<String, JsonObject> graph() throws IOException {
    JsonObject crate = RecordJson.parse(Files.readString(folder.resolve(Crate.METADATA)));
    Map<String, JsonObject> graph = new HashMap<>();
    for (JsonElement entity : crate.getAsJsonArray("@graph")) {
      var before = graph.put(text(entity, "@id"), entity.getAsJsonObject());
      assertThat(before).isNull();
    }
    return graph;
  }

  private static String text(JsonElement entity, String key) {
    return entity.getAsJsonObject().get(key).getAsString();
  }

  /** What RO-Crate 1.2 asks of every crate: its own entity, the folder's, and these properties. */
  @Test
  void isOneByTheSpecification() throws IOException {
    SmallCrate.in(folder);
    Map<String, JsonObject> graph = graph();
    JsonObject self = graph.get("ro-crate-metadata.json");
    assertThat(text(self, "@type")).isEqualTo("CreativeWork");
    assertThat(text(self.get("conformsTo"), "@id")).isEqualTo("https://w3id.org/ro/crate/1.2");
    JsonObject root = graph.get(text(self.get("about"), "@id"));
    assertThat(text(root, "@type")).isEqualTo("Dataset");
    assertThat(root.keySet())
        .containsAtLeast("name", "description", "datePublished", "license", "hasPart");
    assertThat(text(root, "datePublished")).isEqualTo("1970-01-01T00:00:00Z");
  }

  @Test
  void everyReferenceIsToSomethingDescribed() throws IOException {
    SmallCrate.in(folder);
    Map<String, JsonObject> graph = graph();
    Set<String> named = new HashSet<>();
    graph.values().forEach(entity -> entity.asMap().values().forEach(v -> collect(v, named)));
    named.remove("https://w3id.org/ro/crate/1.2");
    assertThat(graph.keySet()).containsAtLeastElementsIn(named);
    assertThat(named).contains("#figure-05-accuracy");
  }

  private static void collect(JsonElement value, Set<String> named) {
    if (value.isJsonArray()) {
      value.getAsJsonArray().forEach(each -> collect(each, named));
    } else if (value.isJsonObject()) {
      named.add(text(value, "@id"));
    }
  }

  @Test
  void everyFileIsDescribedWithItsDigest() throws IOException {
    Files.createDirectories(folder.resolve("more"));
    Files.writeString(folder.resolve("more/a name, ü.txt"), "text");
    SmallCrate.in(folder);
    JsonObject strange = graph().get("more/a%20name,%20%C3%BC.txt");
    assertThat(text(strange, "sha256"))
        .isEqualTo(Sha256.ofBytes("text".getBytes(StandardCharsets.UTF_8)));
    assertThat(text(strange, "contentSize")).isEqualTo("4");
    byte[] metadata = Files.readAllBytes(folder.resolve(Crate.METADATA));
    Map<String, String> digests = CrateMetadata.digests(metadata);
    assertThat(digests.keySet())
        .containsAtLeast("more/a name, ü.txt", "figure-05-accuracy.png", "cards/width-4.md");
    assertThat(digests).hasSize(KeptFile.in(folder).size());
  }

  @Test
  void sameFilesGiveTheSameBytes() throws IOException {
    SmallCrate.in(folder);
    byte[] first = Files.readAllBytes(folder.resolve(Crate.METADATA));
    Crate.write(folder);
    assertThat(Files.readAllBytes(folder.resolve(Crate.METADATA))).isEqualTo(first);
  }

  @Test
  void makingsTellWhatWentIn() throws IOException {
    SmallCrate.in(folder);
    Map<String, JsonObject> graph = graph();
    JsonObject making = graph.get("#figure-05-accuracy");
    assertThat(text(making, "@type")).isEqualTo("CreateAction");
    assertThat(making.getAsJsonArray("result")).hasSize(5);
    JsonObject software = graph.get(text(making.get("instrument"), "@id"));
    assertThat(text(software, "version")).isEqualTo("0.1.0");
    assertThat(text(software, "identifier")).isEqualTo("0123456789abcdef (clean tree)");
    List<String> inputs =
        making.getAsJsonArray("object").asList().stream()
            .map(input -> text(graph.get(text(input, "@id")), "name"))
            .toList();
    assertThat(inputs).containsExactly("Orchard 32 px", "scale", "seed", "protocol").inOrder();
  }

  @Test
  void cardsHaveTheNumbersOfTheTables() throws IOException {
    SmallCrate.in(folder);
    String card = Files.readString(folder.resolve("cards/width-4.md"));
    // 0.608, 0.618 and 0.628 of a hundred pictures are 61, 62 and 63 of them; t(2) = 4.303.
    assertThat(card).contains("| top-1 accuracy | 62.0 % | 59.5 % to 64.5 % | 3 | 0 |");
    assertThat(card).contains("| scale | laptop |");
    assertThat(card).contains("Widths of 4 and more do not differ");
    assertThat(card).doesNotContain("Width 1 exceeds the standard network");
    String data = Files.readString(folder.resolve("cards/orchard.md"));
    assertThat(data).contains("| validation pictures | 100 |");
    assertThat(data).contains("| SHA-256 of the validation pictures | `ff00` |");
    assertThat(data).contains("Granny Smith, strawberry");
    assertThat(Files.readString(folder.resolve("README.md")))
        .contains("\n## Accuracy by bottleneck width\n\n![Accuracy by bottleneck width](");
  }

  /** Of others' networks the ledger says much that is no card's business. */
  @Test
  void cardsHaveTheVerdictOfTheirOwnNetworks() throws IOException {
    Files.writeString(
        folder.resolve("claims.csv"),
        """
        number,claim,published,publishedVerdict,earlier,earlierVerdict,orchard,orchardVerdict,\
        photographs,photographsVerdict
        7,Width 4 is good,,supports,,opposite,,too few runs,,contradicts
        8,Width 4 is odd,,supports,,opposite,,same direction,,
        9,All are well,width 4: 1 %,supports,width 4: 2 %,opposite,width 1: 3 %,opposite,,
        10,All are ill,,,,,width 4: 5 %,opposite,width 16: 6 %,contradicts
        """);
    assertThat(card("Orchard 32 px"))
        .contains(
            """

            * Claim 7, Width 4 is good: **too few runs**
            * Claim 8, Width 4 is odd: **same direction**
            * Claim 10, All are ill: **opposite**

            """);
    assertThat(card("fruit 32 px")).contains("\n\n* Claim 7, Width 4 is good: **contradicts**\n\n");
  }

  @Test
  void cardsTellWhatTrainedNetworksAndOnWhat() throws IOException {
    String drawn = card("Orchard 32 px");
    assertThat(drawn)
        .contains("| computed by | opponency 0.9, revision `fedcba`, libtorch 2.1, DJL 0.3 |\n\n");
    assertThat(drawn).doesNotContain("0123456789abcdef"); // which drew the figure
    assertThat(drawn).contains("safetensors\nbelow `results`; reading");
    assertThat(drawn).contains("for minutes on pictures that the toolkit drew.");
    assertThat(card("fruit 32 px")).contains("for minutes on small photographs.");
    String published = card("published networks, val 224 px");
    assertThat(published).contains("license: unknown");
    assertThat(published).contains("those that the paper's authors published");
    assertThat(published).contains("they are the paper's own");
    assertThat(published).doesNotContain("environment/reproduce");
  }

  private String card(String data) throws IOException {
    Provenance made = Examples.provenance(Scale.LAPTOP);
    Origin trainer =
        new Origin(
            "0.9",
            new Revision("fedcba", Revision.Tree.CLEAN),
            "Vendor 17",
            "Linux amd64",
            new Origin.Engine("0.3", "2.1"));
    var provenance =
        new Provenance(
            made.origin(),
            Set.of(trainer),
            made.scale(),
            made.seed(),
            new Provenance.Data(data, "ff00"),
            made.protocol(),
            made.date(),
            folder);
    var accuracy = SmallCrate.ACCURACY;
    Figures.accuracy(new AccuracyResults(provenance, accuracy.predictions(), accuracy.classes()))
        .save(folder);
    Crate.write(folder);
    return Files.readString(folder.resolve("cards/width-4.md"));
  }

  @Test
  void folderWithoutFiguresIsRefused() {
    var none = assertThrows(IllegalArgumentException.class, () -> Crate.write(folder));
    assertThat(none).hasMessageThat().contains("Expected figures in " + folder);
    Path absent = folder.resolve("absent");
    var gone = assertThrows(IllegalArgumentException.class, () -> Crate.write(absent));
    assertThat(gone).hasMessageThat().contains("Expected a folder of figures, got " + absent);
  }

  @Test
  void strangeJsonIsNamed() throws IOException {
    for (String text : List.of("", "{", "[]", "{\"figure\": \"a\"}", "{\"figure\": {}}")) {
      Files.writeString(folder.resolve("other.json"), text);
      var refusal = assertThrows(IllegalArgumentException.class, () -> Crate.write(folder));
      assertThat(refusal).hasMessageThat().contains(folder.resolve("other.json").toString());
    }
  }
}
