package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.opponency.images.CueConflictSet;
import org.opponency.images.ImageDataException;
import org.opponency.images.ImageSet;
import org.opponency.images.LabelSpace;
import org.opponency.images.RgbImage;

/** Cue-conflict stimuli in files; see {@link Images#cueConflict}. */
final class CueConflictFolder implements CueConflictSet {
  private static final Pattern FILE = Pattern.compile("([a-z]+)/([a-z]+)\\d+-([a-z]+)\\d+\\.png");

  private final ImageSet files;
  private final int[] shapes;
  private final int[] textures;

  private CueConflictFolder(ImageSet files, int[] shapes, int[] textures) {
    this.files = files;
    this.shapes = shapes;
    this.textures = textures;
  }

  static CueConflictFolder open(Path root) {
    ImageSet files = Images.unlabelled(root);
    List<Matcher> names =
        IntStream.range(0, files.size()).mapToObj(i -> parsed(root, files.id(i))).toList();
    return new CueConflictFolder(files, labels(names, 2), labels(names, 3));
  }

  private static Matcher parsed(Path root, String id) {
    Matcher name = FILE.matcher(id);
    List<String> categories = LabelSpace.CATEGORIES.labels();
    if (!name.matches()
        || !name.group(1).equals(name.group(2))
        || !categories.contains(name.group(2))
        || !categories.contains(name.group(3))) {
      throw new ImageDataException(
          format(
              "%s in %s is not named as a cue-conflict stimulus. Expected"
                  + " <shape>/<shape><number>-<texture><number>.png with shape and texture out of"
                  + " %s; take the file away or rename it.",
              id, root.toAbsolutePath(), categories));
    }
    return name;
  }

  private static int[] labels(List<Matcher> names, int group) {
    return names.stream()
        .mapToInt(name -> LabelSpace.CATEGORIES.labels().indexOf(name.group(group)))
        .toArray();
  }

  @Override
  public String name() {
    return "cue conflict";
  }

  @Override
  public int size() {
    return files.size();
  }

  @Override
  public List<String> classes() {
    return LabelSpace.CATEGORIES.labels();
  }

  @Override
  public int label(int index) {
    return shapes[index];
  }

  @Override
  public int textureLabel(int index) {
    return textures[index];
  }

  @Override
  public String id(int index) {
    return files.id(index);
  }

  @Override
  public RgbImage image(int index) {
    return files.image(index);
  }

  @Override
  public String digest() {
    return files.digest();
  }
}
