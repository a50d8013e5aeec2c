package org.opponency.images.source;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.opponency.io.Sha256;

/**
 * From the names in a tar file to the ids of an {@link ImageFolder}.
 *
 * @param classes the class of each image that lies in no folder, by file name
 */
record TarNames(Map<String, String> classes) {
  private static final String TAR = ".tar";
  private static final Pattern VALIDATION = Pattern.compile("ILSVRC2012_val_[0-9]{8}\\.JPEG");
  private static final Set<String> PARTS = Set.of("val", "validation", "ILSVRC2012_img_val");

  static boolean isTar(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(TAR);
  }

  /** How many folders deep the uppermost images lie that lie in any; the last is their class. */
  static int depth(List<String> paths) {
    return paths.stream()
        .mapToInt(path -> path.split("/").length - 1)
        .filter(depth -> depth > 0)
        .min()
        .orElse(0);
  }

  /**
   * The id of an image: its class and its path in there.
   *
   * @param path its name in the file, behind that of the inner tar file if it is in one
   * @param depth that of the folders which are classes
   * @return nothing where neither the labels nor a folder say the class
   */
  Optional<String> id(String path, int depth) {
    List<String> parts = List.of(path.split("/"));
    String file = parts.get(parts.size() - 1);
    if (classes.containsKey(file)) {
      return Optional.of(classes.get(file) + "/" + file);
    }
    if (parts.size() == 1) {
      return Optional.empty();
    }
    String folder = parts.get(depth - 1);
    if (VALIDATION.matcher(file).matches() && PARTS.contains(folder)) {
      return Optional.empty(); // packed again with the folder around it, which is no class
    }
    String name = isTar(folder) ? folder.substring(0, folder.length() - TAR.length()) : folder;
    return Optional.of(name + "/" + String.join("/", parts.subList(depth, parts.size())));
  }

  String digest() {
    Sha256 sha = new Sha256();
    new TreeMap<>(classes).forEach((file, name) -> sha.add(file).add(name));
    return sha.hex();
  }
}
