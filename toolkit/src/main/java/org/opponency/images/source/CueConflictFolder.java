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
import org.opponency.images.ImageView;
import org.opponency.images.LabelSpace;
import org.opponency.io.Printable;
import org.opponency.io.Text;

/** Cue-conflict stimuli in files; see {@link Images#cueConflict}. */
final class CueConflictFolder extends ImageView implements CueConflictSet {
  private static final Pattern FILE = Pattern.compile("([a-z]+)/([a-z]+)\\d+-([a-z]+)\\d+\\.png");

  private final int[] shapes;
  private final int[] textures;

  private CueConflictFolder(ImageSet files, int[] shapes, int[] textures) {
    super(files);
    this.shapes = shapes;
    this.textures = textures;
  }

  static CueConflictFolder open(Path root) {
    ImageSet files = Images.unlabelled(root);
    List<Matcher> names =
        IntStream.range(0, files.size()).mapToObj(i -> FILE.matcher(files.id(i))).toList();
    requireNames(
        root,
        IntStream.range(0, names.size())
            .filter(i -> !isStimulus(names.get(i)))
            .mapToObj(files::id)
            .toList());
    return new CueConflictFolder(files, labels(names, 2), labels(names, 3));
  }

  private static boolean isStimulus(Matcher name) {
    List<String> categories = LabelSpace.CATEGORIES.labels();
    return name.matches()
        && name.group(1).equals(name.group(2))
        && categories.contains(name.group(2))
        && categories.contains(name.group(3));
  }

  private static void requireNames(Path root, List<String> others) {
    if (!others.isEmpty()) {
      throw new ImageDataException(
          format(
              "%s in %s: not named as a cue-conflict stimulus. Expected"
                  + " <shape>/<shape><number>-<texture><number>.png with both out of 16 categories"
                  + " (%s); take such files away or rename them.",
              Printable.firstOf(others),
              root.toAbsolutePath(),
              Text.few(LabelSpace.CATEGORIES.labels())));
    }
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
}
