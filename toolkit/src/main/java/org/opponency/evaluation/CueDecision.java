package org.opponency.evaluation;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.opponency.images.CueConflictSet;
import org.opponency.images.LabelSpace;
import org.opponency.io.Csv;
import org.opponency.io.Reason;

/**
 * What an observer, network or human, answers to one cue-conflict stimulus.
 *
 * @param observer who
 * @param image the stimulus, such as {@code airplane1-bicycle2}, whatever folder it lay in
 * @param shape category of its silhouette
 * @param texture category of its surface
 * @param decision the answer; {@code na} for none
 */
public record CueDecision(
    String observer, String image, String shape, String texture, String decision) {
  /** The name of a stimulus, at the end of whatever path or prefix it is given with. */
  private static final Pattern STIMULUS =
      Pattern.compile("(?:.*[/_])?(([a-z]+)\\d+-([a-z]+)\\d+)(?:\\.png)?");

  /** Whether silhouette and surface are of different categories. */
  public boolean isConflict() {
    return !shape.equals(texture);
  }

  /** The same, its stimulus told apart from that of other observers, so that each counts. */
  public CueDecision apart() {
    return new CueDecision(observer, observer + " " + image, shape, texture, decision);
  }

  /** Whether the silhouette was named. */
  public boolean isShape() {
    return decision.equals(shape);
  }

  /** Whether the surface was named. */
  public boolean isTexture() {
    return decision.equals(texture);
  }

  /** The answer as right or wrong in the sense of Geirhos et al. 2020: right is the shape. */
  public Answer answer() {
    return new Answer(image, isShape());
  }

  /**
   * A network's decisions on stimuli.
   *
   * @param predictions of all or some of the set's images, over {@code answers}
   */
  public static List<CueDecision> of(
      String observer, CueConflictSet set, List<Prediction> predictions, LabelSpace answers) {
    List<CueDecision> decisions = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < set.size() && next < predictions.size(); i++) {
      if (set.id(i).equals(predictions.get(next).image())) {
        String decision = answers.labels().get(predictions.get(next++).decision());
        decisions.add(of(observer, set, i, decision));
      }
    }
    if (next < predictions.size()) {
      throw new IllegalArgumentException(
          format(
              "Prediction of %s is of no stimulus of %s, or not in its order",
              predictions.get(next).image(), set.name()));
    }
    return decisions;
  }

  private static CueDecision of(String observer, CueConflictSet set, int i, String decision) {
    List<String> classes = set.classes();
    String shape = classes.get(set.label(i));
    return new CueDecision(
        observer, key(set.id(i)), shape, classes.get(set.textureLabel(i)), decision);
  }

  private static String key(String id) {
    Matcher name = STIMULUS.matcher(id);
    return name.matches() ? name.group(1) : id;
  }

  /**
   * Decisions in a CSV file: a column {@code image} (or {@code imagename}) with names as in Geirhos
   * et al. 2019, which give shape and texture, and {@code decision} (or {@code object_response});
   * where there is {@code observer} (or {@code subj}), it tells several observers apart. Human data
   * of the model-vs-human project have these columns. Decisions count in upper and lower case
   * alike. A folder stands for all its CSV files, in the order of their names, which are the
   * observers' where the files do not say.
   *
   * @throws UncheckedIOException if it cannot be read; it says why
   * @throws IllegalArgumentException if a column is missing or a name does not parse; it says which
   */
  public static List<CueDecision> read(Path file) {
    return Files.isDirectory(file)
        ? files(file).stream()
            .flatMap(each -> read(each, each.getFileName().toString()).stream())
            .toList()
        : read(file, "observer");
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      List<Path> files = inside.filter(each -> each.toString().endsWith(".csv")).sorted().toList();
      if (files.isEmpty()) {
        throw new IllegalArgumentException(
            format("Expected .csv files of decisions in the folder %s, got none", folder));
      }
      return files;
    } catch (IOException e) {
      throw new UncheckedIOException(
          format("Cannot list the folder %s: %s", folder, Reason.of(e)), e);
    }
  }

  private static List<CueDecision> read(Path file, String name) {
    Csv csv = Csv.read(file);
    int image = csv.column("image", "imagename");
    int decision = csv.column("decision", "object_response");
    var observer = csv.find("observer", "subj");
    return csv.rows().stream()
        .map(
            row ->
                parse(
                    csv.source(),
                    observer.map(row::get).orElse(name),
                    row.get(image),
                    row.get(decision)))
        .toList();
  }

  private static CueDecision parse(String source, String observer, String image, String decision) {
    Matcher name = STIMULUS.matcher(image);
    if (!name.matches()) {
      throw new IllegalArgumentException(
          format(
              "%s names a stimulus \"%s\"; expected names such as airplane1-bicycle2.png",
              source, image));
    }
    return new CueDecision(
        observer,
        name.group(1),
        name.group(2),
        name.group(3),
        decision.strip().toLowerCase(Locale.ROOT));
  }
}
