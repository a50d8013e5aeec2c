package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.Picture;
import org.opponency.images.RgbImage;
import org.opponency.images.UnreadableImageException;
import org.opponency.images.codec.ImageDecoder;
import org.opponency.io.Reason;
import org.opponency.io.Sha256;
import org.opponency.io.Text;

/** Images in one sub-folder a class; see {@link Images#folder}. */
final class ImageFolder implements ImageSet {
  private static final String VERSION = "opponency-folder-digest-1";

  /** Of file systems that know the time of a change to two seconds only. */
  private static final Duration COARSEST_CLOCK = Duration.ofSeconds(3);

  private final Path root;
  private final List<String> classes;
  private final List<String> ids;
  private final List<String> files;
  private final IndexGroups imagesOfClasses;

  /** Where the digest is kept, if it is. */
  private final Optional<Path> cache;

  private volatile String digest;

  private ImageFolder(
      Path root,
      List<String> classes,
      List<String> ids,
      List<String> files,
      IndexGroups imagesOfClasses,
      Optional<Path> cache) {
    this.root = root;
    this.cache = cache;
    this.classes = classes;
    this.ids = ids;
    this.files = files;
    this.imagesOfClasses = imagesOfClasses;
  }

  static ImageFolder open(Path root, Optional<Path> cache) {
    return Annotations.areIn(root) ? annotated(root, cache) : inClasses(root, cache);
  }

  /** Images whose classes a table beside them says, as if each lay in the folder of its class. */
  private static ImageFolder annotated(Path root, Optional<Path> cache) {
    SortedMap<String, SortedMap<String, String>> byClass = Annotations.read(root);
    List<String> ids = new ArrayList<>();
    List<String> files = new ArrayList<>();
    byClass.forEach(
        (name, images) ->
            images.forEach(
                (image, file) -> {
                  ids.add(name + "/" + image);
                  files.add(file);
                }));
    int[] counts = byClass.values().stream().mapToInt(SortedMap::size).toArray();
    return new ImageFolder(
        root,
        List.copyOf(byClass.keySet()),
        List.copyOf(ids),
        List.copyOf(files),
        IndexGroups.ofSizes(counts),
        cache);
  }

  private static ImageFolder inClasses(Path root, Optional<Path> cache) {
    List<String> classes = FolderListing.classes(root);
    List<String> ids = new ArrayList<>();
    List<String> withoutImages = new ArrayList<>();
    int[] counts = new int[classes.size()];
    for (int label = 0; label < counts.length; label++) {
      List<String> images = FolderListing.images(root, classes.get(label));
      counts[label] = images.size();
      ids.addAll(images);
      if (images.isEmpty()) {
        withoutImages.add(classes.get(label));
      }
    }
    if (!withoutImages.isEmpty()) {
      throw new ImageDataException(
          format(
              "%d of the %d classes in %s have no .jpg, .jpeg or .png file: %s."
                  + " Add images to them or remove these folders.",
              withoutImages.size(),
              classes.size(),
              root.toAbsolutePath(),
              Text.few(withoutImages)));
    }
    List<String> files = List.copyOf(ids);
    return new ImageFolder(root, classes, files, files, IndexGroups.ofSizes(counts), cache);
  }

  /** All images below a folder as one class. */
  static ImageFolder unlabelled(Path root) {
    List<String> ids = FolderListing.allImages(root);
    return new ImageFolder(
        root,
        List.of("unlabelled"),
        ids,
        ids,
        IndexGroups.ofSizes(new int[] {ids.size()}),
        Optional.empty());
  }

  @Override
  public String name() {
    return root.toAbsolutePath().normalize().getFileName().toString();
  }

  @Override
  public int size() {
    return ids.size();
  }

  @Override
  public List<String> classes() {
    return classes;
  }

  @Override
  public int label(int index) {
    return imagesOfClasses.groupOf(index);
  }

  @Override
  public String id(int index) {
    return ids.get(index);
  }

  @Override
  public RgbImage image(int index) {
    return picture(index).whole();
  }

  @Override
  public Picture picture(int index) {
    return ImageDecoder.open(id(index), file(index));
  }

  /**
   * Of the names and contents of all files, which are read when it is first asked for, in parallel.
   * A kept digest counts as long as no file has another size or time of change.
   */
  @Override
  public String digest() {
    if (digest == null) {
      digest = cache.isPresent() ? kept(cache.get()) : ofAll(this::digest);
    }
    return digest;
  }

  private String kept(Path folder) {
    KeptIndex index = KeptIndex.of(root, folder, VERSION + "\t" + ofAll(this::stamp));
    try {
      Optional<List<String>> kept = index.read();
      if (kept.isPresent()) {
        return kept.get().get(0);
      }
      String read = ofAll(this::digest);
      if (isSettled()) {
        index.write(read + "\n");
      }
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String ofAll(IntFunction<byte[]> ofOne) {
    Sha256 sha = new Sha256();
    IntStream.range(0, size()).parallel().mapToObj(ofOne).toList().forEach(sha::add);
    return sha.hex();
  }

  /** Whether no file was changed so lately that another change could have the same time. */
  private boolean isSettled() {
    Instant before = Instant.now().minus(COARSEST_CLOCK);
    return IntStream.range(0, size())
        .parallel()
        .filter(index -> !dangles(index))
        .allMatch(index -> attributes(index).lastModifiedTime().toInstant().isBefore(before));
  }

  /** What is another when a file has been changed. */
  private byte[] stamp(int index) {
    Sha256 sha = new Sha256().add(id(index));
    if (!dangles(index)) {
      BasicFileAttributes file = attributes(index);
      sha.add(file.size() + " " + file.lastModifiedTime());
    }
    return sha.bytes();
  }

  private BasicFileAttributes attributes(int index) {
    try {
      return Files.readAttributes(root.resolve(files.get(index)), BasicFileAttributes.class);
    } catch (IOException e) {
      throw new UnreadableImageException(id(index), Reason.of(e), e);
    }
  }

  private byte[] digest(int index) {
    Sha256 sha = new Sha256().add(id(index));
    return dangles(index) ? sha.bytes() : sha.add(file(index)).bytes();
  }

  private boolean dangles(int index) {
    Path path = root.resolve(files.get(index));
    return Files.isSymbolicLink(path) && !Files.exists(path);
  }

  private byte[] file(int index) {
    try {
      if (dangles(index)) {
        throw new IOException("it is a link to what is not there");
      }
      return Files.readAllBytes(root.resolve(files.get(index)));
    } catch (IOException e) {
      throw new UnreadableImageException(id(index), Reason.of(e), e);
    }
  }
}
