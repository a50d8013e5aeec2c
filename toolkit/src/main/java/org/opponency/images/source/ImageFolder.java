package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;
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
  private final Path root;
  private final List<String> classes;
  private final List<String> ids;
  private final List<String> files;
  private final IndexGroups imagesOfClasses;

  private volatile String digest;

  private ImageFolder(
      Path root,
      List<String> classes,
      List<String> ids,
      List<String> files,
      IndexGroups imagesOfClasses) {
    this.root = root;
    this.classes = classes;
    this.ids = ids;
    this.files = files;
    this.imagesOfClasses = imagesOfClasses;
  }

  static ImageFolder open(Path root) {
    return Annotations.areIn(root) ? annotated(root) : inClasses(root);
  }

  /** Images whose classes a table beside them says, as if each lay in the folder of its class. */
  private static ImageFolder annotated(Path root) {
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
        IndexGroups.ofSizes(counts));
  }

  private static ImageFolder inClasses(Path root) {
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
    return new ImageFolder(root, classes, files, files, IndexGroups.ofSizes(counts));
  }

  /** All images below a folder as one class. */
  static ImageFolder unlabelled(Path root) {
    List<String> ids = FolderListing.allImages(root);
    return new ImageFolder(
        root, List.of("unlabelled"), ids, ids, IndexGroups.ofSizes(new int[] {ids.size()}));
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

  /** Of the names and contents of all files; reads them all when first asked, in parallel. */
  @Override
  public String digest() {
    if (digest == null) {
      List<byte[]> files =
          IntStream.range(0, size()).parallel().mapToObj(this::digest).collect(Collectors.toList());
      Sha256 sha = new Sha256();
      files.forEach(sha::add);
      digest = sha.hex();
    }
    return digest;
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
