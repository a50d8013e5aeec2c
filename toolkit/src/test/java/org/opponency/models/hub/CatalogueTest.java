package org.opponency.models.hub;

import static com.google.common.truth.Truth.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.opponency.io.Text.format;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opponency.io.Progress;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;
import org.opponency.models.Network;
import org.opponency.models.weights.Safetensors;
import org.opponency.models.weights.TorchCheckpoints;

class CatalogueTest {
  private static final String NAME = "cifar10/2/0/1";
  private static final String PATH = "cifar10/colour_full/model_2_0_1.pt";

  private static final Duration SOON = Duration.ofMillis(200);
  private static final Duration NEVER = Duration.ofDays(1);

  @TempDir private static Path shared;
  private static Path file;

  @TempDir private Path folder;
  private FileServer server;
  private Catalogue catalogue;
  private byte[] published;

  @BeforeAll
  static void write() throws IOException {
    file = shared.resolve("network");
    try (Network network = Network.initialise(Architecture.cifar10(2, 0), 0)) {
      new Safetensors(network.state(), Map.of()).write(file);
    }
  }

  @BeforeEach
  void start() throws IOException {
    server = new FileServer();
    catalogue = new Catalogue(folder.resolve("models"), server.address());
    published = Files.readAllBytes(file);
    server.serve(PATH, published);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void downloadsOnceAndNotesTheChecksum() throws Exception {
    Checkpoint first = catalogue.read(NAME);
    assertThat(catalogue.read(NAME)).isEqualTo(first);

    assertThat(first.architecture().width()).isEqualTo(2);
    assertThat(server.requests()).containsExactly("/" + PATH);
    assertThat(Files.readAllBytes(kept())).isEqualTo(published);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(published);
    assertThat(Files.readString(noted(), StandardCharsets.UTF_8).strip())
        .isEqualTo(HexFormat.of().formatHex(digest) + "  model_2_0_1.pt");
    assertThat(left()).containsExactly(kept(), noted());
  }

  private Path kept() {
    return catalogue.folder().resolve(PATH);
  }

  private Path noted() {
    return kept().resolveSibling("model_2_0_1.pt.sha256");
  }

  private List<Path> left() throws IOException {
    try (Stream<Path> files = Files.list(kept().getParent())) {
      return files.sorted().toList();
    }
  }

  @Test
  void tellsHowFarItHasCome() throws IOException {
    List<Progress> told = new ArrayList<>();
    catalogue.read(NAME, told::add);
    assertThat(told.stream().map(Progress::done).toList()).isInOrder();
    String megabytes = format("%.1f", published.length / 1e6);
    assertThat(told.get(told.size() - 1))
        .isEqualTo(
            new Progress(
                "downloading " + NAME,
                published.length,
                published.length,
                format("%s of %s MB", megabytes, megabytes)));
  }

  @Test
  void changedFileIsRefused() throws IOException {
    catalogue.read(NAME);
    byte[] changed = published.clone();
    changed[published.length / 2] ^= 1;
    Files.write(kept(), changed);
    var refusal = assertThrows(IOException.class, () -> catalogue.read(NAME));
    assertThat(refusal).hasMessageThat().contains(kept() + " has changed");
    assertThat(refusal).hasMessageThat().contains("Delete both to get it anew");
  }

  @Test
  void fileOfTheFolderNeedsNoNetwork() throws IOException {
    server.close();
    Files.createDirectories(kept().getParent());
    Files.write(kept(), published);
    assertThat(catalogue.read(NAME).architecture().width()).isEqualTo(2);
  }

  @Test
  void withoutNetworkItSaysWhereTheFileMayBePut() {
    server.close();
    assertThat(failure())
        .containsMatch("Cannot get cifar10/2/0/1 from http://localhost:\\d+/" + PATH);
    assertThat(failure()).contains("nobody answers at localhost");
    assertThat(failure()).contains("put it at " + kept());
    assertThat(failure()).contains("OPPONENCY_MODELS");
  }

  @Test
  void unknownServerIsTold() {
    catalogue = new Catalogue(folder, URI.create("http://no-such-server.invalid/"));
    assertThat(failure()).contains("UnknownHostException: no-such-server.invalid");
  }

  @Test
  void fileThatTheServerLacksIsTold() throws IOException {
    catalogue = new Catalogue(catalogue.folder(), server.address().resolve("elsewhere/"));
    assertThat(failure()).contains("status 404");
    assertThat(Files.exists(kept())).isFalse();
  }

  @Test
  void brokenConnectionLeavesNothing() throws IOException {
    server.holdBack(100);
    assertThat(failure()).contains(PATH);
    assertThat(left()).isEmpty();
    server.holdBack(0);
    assertThat(catalogue.read(NAME).architecture().width()).isEqualTo(2);
  }

  @Test
  void pageInsteadOfWeightsIsNotKept() throws IOException {
    server.serve(PATH, "<html>Please log in".getBytes(StandardCharsets.US_ASCII));
    assertThat(failure()).contains("begins with \"<html>Please log in\"");
    assertThat(left()).isEmpty();
  }

  @Test
  void anotherWidthIsNotKept() throws IOException {
    server.serve("cifar10/colour_full/model_4_0_0.pt", published);
    assertThat(refusal("cifar10/4/0/0"))
        .containsMatch("is not cifar10/4/0/0: expected Retina.*width=4.*, found Retina.*width=2");
    assertThat(left()).isEmpty();
  }

  @Test
  void anotherNetworkOfTheSameWidthIsNotKept() throws IOException {
    server.serve("cifar10/colour_full/model_2_1_0.pt", published);
    server.serve(
        "resnet50/resnet50_2_0.pt", Files.readAllBytes(TorchCheckpoints.file("zip", "resnet")));
    assertThat(refusal("cifar10/2/1/0"))
        .contains("expected Convolutional[depth=1, units=1024], found Convolutional[depth=0");
    assertThat(refusal("resnet50/2/0"))
        .containsMatch("expected (Retina|ResNet).*, found (Retina|ResNet)");
    assertThat(left()).isEmpty();
  }

  private String refusal(String name) {
    return assertThrows(IOException.class, () -> catalogue.read(name)).getMessage();
  }

  @Test
  void whatCannotBeCheckedIsSaid() throws IOException {
    List<String> notices = catalogue.read(NAME).notices();
    assertThat(notices.get(notices.size() - 1))
        .containsMatch(
            "its layers are those of cifar10/2/0/1; .* cannot be checked, .* SHA-256 is"
                + " [0-9a-f]{64}");
  }

  @Test
  void redirectionsAreFollowed() throws IOException {
    server.serve("moved", published);
    server.redirect("moved");
    assertThat(catalogue.read(NAME).architecture().width()).isEqualTo(2);
    assertThat(server.requests()).containsExactly("/" + PATH, "/moved").inOrder();
  }

  @Test
  void endlessRedirectionIsTold() {
    server.redirect("away/%20"); // which is never the path that is asked for
    assertThat(failure()).contains("redirected more than 5 times");
  }

  @Test
  void redirectionToNoAddressIsTold() {
    server.redirect("http://localhost:99999/x");
    assertThat(failure()).contains("a port up to 65535, got http://localhost:99999/x");
  }

  @Test
  void silentServerIsLeft() throws IOException {
    assertThat(lost(new Patience.Limits(SOON, NEVER))).contains("fell silent");
  }

  @Test
  void endlessDownloadIsLeft() throws IOException {
    assertThat(lost(new Patience.Limits(NEVER, SOON))).contains("took longer than");
  }

  private String lost(Patience.Limits limits) throws IOException {
    server.holdBack(100);
    server.fallSilent();
    try (Download download = Download.of(NAME, server.address().resolve(PATH), kept())) {
      return assertThrows(IOException.class, () -> download.run(step -> {}, limits)).getMessage();
    }
  }

  private String failure() {
    return refusal(NAME);
  }

  @Test
  void fileGoesBeforeName() throws IOException {
    Path file = TorchCheckpoints.file("legacy", "cifar");
    assertThat(catalogue.read(file.toString())).isEqualTo(Checkpoint.read(file));
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void neitherFileNorNameIsTold() {
    var refusal = assertThrows(NoSuchFileException.class, () -> catalogue.read("resnet50/3/0"));
    assertThat(refusal).hasMessageThat().contains("resnet50/3/0: expected a file");
    assertThat(refusal).hasMessageThat().contains("such as resnet50/1/0");
  }

  @Test
  void listsWhatThePaperNeeds() {
    List<PublishedModel> all = PublishedModel.all();
    assertThat(all).hasSize(6 * 3 + 6 * 5 * 10);
    assertThat(new HashSet<>(all.stream().map(PublishedModel::name).toList())).hasSize(all.size());
    assertThat(all)
        .contains(
            new PublishedModel("cifar10/32/4/9", 32, 4, 9, "cifar10/colour_full/model_32_4_9.pt"));
    assertThat(Catalogue.in(folder).address(all.get(0)).toString())
        .isEqualTo("http://marc.ecs.soton.ac.uk/pytorch-models/opponency/resnet50/resnet50_1_0.pt");
  }

  @Test
  void environmentNamesTheFolder() {
    assertThat(Catalogue.folder(Map.of("OPPONENCY_MODELS", "/a", "XDG_CACHE_HOME", "/b")))
        .isEqualTo(Path.of("/a"));
    assertThat(Catalogue.folder(Map.of("OPPONENCY_MODELS", " ", "XDG_CACHE_HOME", "/b")))
        .isEqualTo(Path.of("/b/opponency/models"));
    assertThat(Catalogue.folder(Map.of()))
        .isEqualTo(Path.of(System.getProperty("user.home"), ".cache/opponency/models"));
  }
}
