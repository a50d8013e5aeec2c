package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opponency.io.Progress;
import org.opponency.io.Reason;
import org.opponency.io.Sha256;
import org.opponency.models.Architecture;
import org.opponency.models.Checkpoint;

/**
 * The authors' published networks by name. A file is downloaded when it is first asked for, kept in
 * a folder, and checked against the SHA-256 of that first download whenever it is used again. The
 * authors publish no checksums and serve by http, so the first download is taken on trust: reading
 * it runs nothing (see {@link Checkpoint#read}). Its layers must be those of the model; what cannot
 * be checked is said in {@link Checkpoint#notices}.
 *
 * <p>A file that was put into the folder by hand, under the path of {@link PublishedModel#path}, is
 * used like any other and needs no network.
 *
 * @param folder where files are looked for and kept
 * @param server the address that the models' paths follow; ends in a slash
 */
public record Catalogue(Path folder, URI server) {
  /** The environment variable that names another folder. */
  public static final String FOLDER_VARIABLE = "OPPONENCY_MODELS";

  /** The environment variable that names a copy of the authors' server. */
  public static final String SERVER_VARIABLE = "OPPONENCY_MODELS_SERVER";

  /** Where torchvision's files are put; a name ends in the first digits of the file's SHA-256. */
  private static final Pattern REFERENCE = Pattern.compile("resnet50-([0-9a-f]{8,})\\.pth");

  private static final URI AUTHORS =
      URI.create("http://marc.ecs.soton.ac.uk/pytorch-models/opponency/");

  /** What tells networks apart, in the order in which differences are told. */
  private static final List<Function<Architecture, Object>> PARTS =
      List.of(
          Architecture::retina,
          Architecture::ventral,
          network -> network.classes() + " classes",
          network -> network.imageSize() + " pixels a side",
          Architecture::normalisation);

  /**
   * The authors' server, or that which {@link #SERVER_VARIABLE} names, and the user's folder: that
   * which {@link #FOLDER_VARIABLE} names, or {@code opponency/models} in the folder for caches
   * ({@code XDG_CACHE_HOME}, or {@code ~/.cache}).
   */
  public static Catalogue ofUser() {
    return of(System.getenv());
  }

  /** What some variables of the environment describe. */
  public static Catalogue of(Map<String, String> environment) {
    return new Catalogue(
        folder(environment), value(environment, SERVER_VARIABLE).map(URI::create).orElse(AUTHORS));
  }

  /** The authors' server and a folder. */
  public static Catalogue in(Path folder) {
    return new Catalogue(folder, AUTHORS);
  }

  static Path folder(Map<String, String> environment) {
    return value(environment, FOLDER_VARIABLE)
        .map(Path::of)
        .orElseGet(
            () ->
                value(environment, "XDG_CACHE_HOME")
                    .map(Path::of)
                    .orElseGet(() -> Path.of(System.getProperty("user.home"), ".cache"))
                    .resolve("opponency/models"));
  }

  private static Optional<String> value(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isBlank());
  }

  /** Where a model's file is kept, whether it is there or not. */
  public Path file(PublishedModel model) {
    return folder.resolve(model.path());
  }

  /** Where a model's file is published. */
  public URI address(PublishedModel model) {
    return server.resolve(model.path());
  }

  /** As {@link #read(String, Consumer)}, in silence. */
  public Checkpoint read(String weights) throws IOException {
    return read(weights, step -> {});
  }

  /**
   * Reads a file of weights or a published network.
   *
   * @param weights a file, or a {@link PublishedModel#name}, which is downloaded if need be
   * @throws IOException if there is neither, the network cannot be had, or its file is not what it
   *     should be; it says what to do
   */
  public Checkpoint read(String weights, Consumer<Progress> listener) throws IOException {
    Path file = Path.of(weights);
    if (Files.exists(file)) {
      return Checkpoint.read(file);
    }
    Optional<PublishedModel> model =
        PublishedModel.all().stream().filter(m -> m.name().equals(weights)).findFirst();
    if (model.isEmpty()) {
      throw new NoSuchFileException(
          weights,
          null,
          format(
              "expected a file with a network's weights or the name of a published network, such as"
                  + " %s",
              PublishedModel.all().get(0).name()));
    }
    return read(model.get(), listener);
  }

  private Checkpoint read(PublishedModel model, Consumer<Progress> listener) throws IOException {
    return checked(model, fetch(model, listener));
  }

  /**
   * The file of a published network, which is downloaded if need be, or the rest of it.
   *
   * @throws IOException if it cannot be had or is not what it should be; it says what to do
   */
  public Path fetch(PublishedModel model, Consumer<Progress> listener) throws IOException {
    Path file = file(model);
    if (Files.exists(file)) {
      Checksum.verify(file);
    } else {
      download(model, listener);
    }
    return file;
  }

  /**
   * torchvision's ResNet-50, the reference of the paper's figures, where the user has put its file:
   * in {@code torchvision} in the folder, under the name it is published by, such as {@code
   * resnet50-19c8e357.pth}, whose digits its SHA-256 begins with.
   *
   * @throws IOException if the folder cannot be read, or the file is damaged
   */
  public Optional<Path> reference() throws IOException {
    Path place = folder.resolve("torchvision");
    if (!Files.isDirectory(place)) {
      return Optional.empty();
    }
    try (Stream<Path> files = Files.list(place)) {
      Optional<Path> file = files.filter(each -> reference(each).matches()).sorted().findFirst();
      if (file.isPresent()) {
        requireDigits(file.get());
      }
      return file;
    }
  }

  private static Matcher reference(Path file) {
    return REFERENCE.matcher(file.getFileName().toString());
  }

  private static void requireDigits(Path file) throws IOException {
    Matcher name = reference(file);
    String found = Sha256.ofFile(file);
    if (!name.matches() || !found.startsWith(name.group(1))) {
      throw new IOException(
          format("%s is damaged: its SHA-256 is %s. Get it anew or take it away", file, found));
    }
  }

  private void download(PublishedModel model, Consumer<Progress> listener) throws IOException {
    Path file = file(model);
    try (Download download = Download.of(model.name(), address(model), file)) {
      download.run(listener);
      checked(model, download.part());
      download.keep();
    } catch (IOException e) {
      throw new IOException(
          format(
              "Cannot get %s from %s: %s. If you have the file, put it at %s; %s names another"
                  + " folder",
              model.name(), address(model), Reason.of(e), file, FOLDER_VARIABLE),
          e);
    }
  }

  /** Refuses another network; of one with the right layers says that more cannot be known. */
  private static Checkpoint checked(PublishedModel model, Path file) throws IOException {
    Checkpoint checkpoint = Checkpoint.read(file);
    Architecture expected = model.architecture();
    Architecture found = checkpoint.architecture();
    for (Function<Architecture, Object> part : PARTS) {
      if (!part.apply(expected).equals(part.apply(found))) {
        throw new IOException(
            format(
                "%s is not %s: expected %s, found %s",
                file, model.name(), part.apply(expected), part.apply(found)));
      }
    }
    return checkpoint.noting(
        format(
            "%s: its layers are those of %s; by whom and in which run it was trained cannot be"
                + " checked, since no digests are published. Its SHA-256 is %s",
            file.getFileName(), model.name(), Sha256.ofFile(file)));
  }
}
