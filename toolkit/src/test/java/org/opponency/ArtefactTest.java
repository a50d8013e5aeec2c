package org.opponency;

import static com.google.common.truth.Truth.assertThat;
import static com.google.common.truth.Truth.assertWithMessage;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opponency.archive.Verification;
import org.opponency.archive.Verified;
import org.opponency.io.RecordJson;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is cited, archived and published: its files are there, of the form that their readers ask
 * for, and all of one version. The forms are those of the schemas that each test names.
 */
class ArtefactTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
  private static final String LICENCE = "Apache-2.0";

  private static String read(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private static Map<String, Object> yaml(String file) throws IOException {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(read(file));
  }

  private static JsonObject json(String file) throws IOException {
    return RecordJson.parse(read(file));
  }

  private static String text(JsonObject json, String key) {
    return json.get(key).getAsString();
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> list(Object value) {
    return (List<Map<String, Object>>) value;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(Object value) {
    return (Map<String, Object>) value;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "SECURITY.md",
        "CITATION.cff",
        "codemeta.json",
        ".zenodo.json",
        ".devcontainer/devcontainer.json",
        "environment/Dockerfile",
        "environment/site",
        "figures/ro-crate-metadata.json"
      })
  void nothingIsMissing(String file) {
    assertThat(Files.isRegularFile(ROOT.resolve(file))).isTrue();
  }

  private static String version() throws IOException {
    Matcher first = VERSION.matcher(read("pom.xml"));
    assertThat(first.find()).isTrue();
    return first.group(1);
  }

  @Test
  void everythingIsOfOneVersionAndDate() throws IOException {
    String version = version();
    for (String pom : List.of("toolkit", "environment/kernel", "environment/benchmarks")) {
      Matcher parent = VERSION.matcher(read(pom + "/pom.xml"));
      assertThat(parent.find()).isTrue();
      assertWithMessage(pom).that(parent.group(1)).isEqualTo(version);
    }
    assertThat(yaml("CITATION.cff").get("version")).isEqualTo(version);
    assertThat(text(json("codemeta.json"), "version")).isEqualTo(version);
    assertThat(text(json(".zenodo.json"), "version")).isEqualTo(version);
    Matcher newest =
        Pattern.compile("(?m)^## \\[([0-9.]+)] - (\\S+)$").matcher(read("CHANGELOG.md"));
    assertThat(newest.find()).isTrue();
    assertThat(newest.group(1)).isEqualTo(version.replace("-SNAPSHOT", ""));
    String date = newest.group(2);
    assertThat(yaml("CITATION.cff").get("date-released")).isEqualTo(date);
    assertThat(text(json("codemeta.json"), "datePublished")).isEqualTo(date);
    assertThat(text(json(".zenodo.json"), "publication_date")).isEqualTo(date);
    assertThat(read("pom.xml")).contains("<project.build.outputTimestamp>" + date + "T00:00:00Z</");
  }

  /** Citation File Format 1.2.0, schema.json. */
  @Test
  void citationFits() throws IOException {
    Map<String, Object> citation = yaml("CITATION.cff");
    assertThat(citation.keySet()).containsAtLeast("authors", "cff-version", "message", "title");
    assertThat(
            Set.of(
                "abstract authors cff-version commit contact date-released doi identifiers keywords"
                    .concat(" license license-url message preferred-citation references repository")
                    .concat(" repository-artifact repository-code title type url version")
                    .split(" ")))
        .containsAtLeastElementsIn(citation.keySet());
    assertThat(citation.get("cff-version")).isEqualTo("1.2.0");
    assertThat(citation.get("type")).isEqualTo("software");
    assertThat(citation.get("license")).isEqualTo(LICENCE);
    assertThat(citation.get("date-released").toString()).matches("\\d{4}-\\d{2}-\\d{2}");
    list(citation.get("authors")).forEach(ArtefactTest::assertIsSomebody);
  }

  @Test
  void citationPrefersThePaper() throws IOException {
    Map<String, Object> paper = map(yaml("CITATION.cff").get("preferred-citation"));
    assertThat(paper.keySet()).containsAtLeast("authors", "title", "type");
    assertThat(Set.of("type title authors collection-title conference year month url".split(" ")))
        .containsAtLeastElementsIn(paper.keySet());
    assertThat(paper.get("type")).isEqualTo("conference-paper");
    assertThat(paper.get("title").toString()).startsWith("Anatomically Constrained ResNets");
    assertThat(paper.get("year")).isEqualTo(2020);
    assertThat(map(paper.get("conference"))).containsKey("name");
    assertThat(list(paper.get("authors"))).hasSize(3);
    list(paper.get("authors")).forEach(ArtefactTest::assertIsSomebody);
  }

  /** A person or, by its name, an entity. */
  private static void assertIsSomebody(Map<String, Object> author) {
    if (author.containsKey("name")) {
      assertThat(author.keySet()).containsExactly("name");
    } else {
      assertThat(author.keySet()).containsExactly("family-names", "given-names", "affiliation");
    }
  }

  /** CodeMeta 3.0: terms of its context that are used here, and those that registries ask for. */
  @Test
  void codeMetaFits() throws IOException {
    JsonObject codemeta = json("codemeta.json");
    assertThat(text(codemeta, "@context")).isEqualTo("https://w3id.org/codemeta/3.0");
    assertThat(text(codemeta, "@type")).isEqualTo("SoftwareSourceCode");
    assertThat(text(codemeta, "license")).isEqualTo("https://spdx.org/licenses/" + LICENCE);
    assertThat(
            Set.of(
                "@context @type name description version datePublished license author keywords"
                    .concat(" programmingLanguage runtimePlatform operatingSystem")
                    .concat(" processorRequirements memoryRequirements storageRequirements")
                    .concat(" softwareRequirements developmentStatus referencePublication")
                    .split(" ")))
        .isEqualTo(codemeta.keySet());
    JsonObject paper = codemeta.getAsJsonObject("referencePublication");
    Map<String, Object> cited = map(yaml("CITATION.cff").get("preferred-citation"));
    assertThat(text(paper, "name")).isEqualTo(cited.get("title"));
    assertThat(text(paper, "url")).isEqualTo(cited.get("url"));
  }

  /** Zenodo's deposition metadata. */
  @Test
  void zenodoFits() throws IOException {
    JsonObject zenodo = json(".zenodo.json");
    assertThat(zenodo.keySet())
        .containsAtLeast("title", "upload_type", "description", "creators", "license", "keywords");
    assertThat(text(zenodo, "upload_type")).isEqualTo("software");
    assertThat(text(zenodo, "access_right")).isEqualTo("open");
    assertThat(text(zenodo, "license")).isEqualTo(LICENCE);
    assertThat(text(zenodo, "title")).isEqualTo(yaml("CITATION.cff").get("title"));
    zenodo
        .getAsJsonArray("creators")
        .forEach(each -> assertThat(each.getAsJsonObject().keySet()).contains("name"));
    JsonObject paper = zenodo.getAsJsonArray("related_identifiers").get(0).getAsJsonObject();
    assertThat(paper.keySet()).containsAtLeast("identifier", "relation");
    assertThat(text(paper, "identifier"))
        .isEqualTo(map(yaml("CITATION.cff").get("preferred-citation")).get("url"));
  }

  /** Maven Central's requirements of a pom. */
  @Test
  void pomsSayWhatCentralAsksFor() throws IOException {
    assertThat(read("pom.xml"))
        .containsMatch("(?s)<url>.*<licenses>.*<developers>.*<scm.*<connection>.*</scm>");
    for (String pom : List.of("pom.xml", "toolkit/pom.xml", "environment/kernel/pom.xml")) {
      assertThat(read(pom)).containsMatch("(?s)<name>.+</name>.*<description>.+</description>");
    }
  }

  /** Nobody's work is done with rights that it does not need, by code that may change. */
  @Test
  void workflowsArePinnedAndHaveFewRights() throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(".github/workflows"))) {
      List<Path> workflows = files.toList();
      assertThat(workflows.size()).isAtLeast(3);
      for (Path file : workflows) {
        assertWorkflow(ROOT.relativize(file).toString());
      }
    }
  }

  private static void assertWorkflow(String file) throws IOException {
    Map<String, Object> workflow = yaml(file);
    // The key `on` is a truth value in YAML 1.1.
    assertThat(workflow.keySet().toString()).contains("true");
    assertThat(read(file)).doesNotContain("pull_request_target");
    assertWithMessage(file).that(workflow.get("permissions")).isEqualTo(Map.of("contents", "read"));
    for (Object job : map(workflow.get("jobs")).values()) {
      assertWithMessage(file).that(map(job)).containsKey("timeout-minutes");
      Object more = map(job).getOrDefault("permissions", Map.of());
      assertWithMessage(file)
          .that(more)
          .isAnyOf(Map.of(), Map.of("pages", "write", "id-token", "write"));
      for (Map<String, Object> step : list(map(job).get("steps"))) {
        assertStep(file, step);
      }
    }
    List<String> uses = read(file).lines().filter(line -> line.contains("uses:")).toList();
    assertThat(uses).isNotEmpty();
    uses.forEach(
        line ->
            assertWithMessage(file)
                .that(line)
                .matches(".*uses: [\\w-]+/[\\w-]+@[0-9a-f]{40} # v\\d+\\.\\d+\\.\\d+"));
  }

  private static void assertStep(String file, Map<String, Object> step) {
    String run = step.getOrDefault("run", "").toString();
    // What strangers write into titles and branches must not become a command.
    assertWithMessage(file).that(run).doesNotContain("github.event");
    assertWithMessage(file).that(run.isEmpty()).isEqualTo(step.containsKey("uses"));
    if (step.getOrDefault("uses", "").toString().startsWith("actions/checkout@")) {
      assertThat(map(step.get("with")).get("persist-credentials")).isEqualTo(false);
    }
    Matcher script = Pattern.compile("(?m)^\\s*(environment/[\\w-]+)").matcher(run);
    while (script.find()) {
      assertThat(Files.isExecutable(ROOT.resolve(script.group(1)))).isTrue();
    }
  }

  @Test
  void editorsFindTheContainer() throws IOException {
    JsonObject container = json(".devcontainer/devcontainer.json");
    JsonObject build = container.getAsJsonObject("build");
    Path folder = ROOT.resolve(".devcontainer");
    assertThat(Files.isRegularFile(folder.resolve(text(build, "dockerfile")))).isTrue();
    assertThat(Files.isRegularFile(folder.resolve(text(build, "context")).resolve("pom.xml")))
        .isTrue();
    String dockerfile = read("environment/Dockerfile");
    assertThat(dockerfile).contains("ARG NB_USER=" + text(container, "remoteUser"));
    assertThat(dockerfile).containsMatch("jupyterlab==\\d+\\.\\d+\\.\\d+");
    assertThat(dockerfile).containsMatch("(?m)^FROM \\S+:\\S+$");
    assertThat(dockerfile.lastIndexOf("\nUSER ${NB_USER}")).isGreaterThan(0);
    assertThat(dockerfile).doesNotContain("USER root");
  }

  @Test
  void committedFiguresAreThoseDescribed() {
    Verification digests = Verification.ofDigests(ROOT.resolve("figures"));
    assertWithMessage("environment/reproduce and opponency crate figures describe them anew")
        .that(digests.rows().stream().filter(Verified::failed).toList())
        .isEmpty();
  }

  /** In seconds, most of which are a million permutations a trend. */
  @Test
  @Tag("slow")
  void committedClaimsFollowFromTheNumbers() {
    Verification whole = Verification.of(ROOT.resolve("figures"));
    assertThat(whole.rows().stream().filter(Verified::failed).toList()).isEmpty();
  }
}
