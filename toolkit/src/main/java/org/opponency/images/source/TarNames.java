package org.opponency.images.source;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.opponency.io.Sha256;

/**
 * From the names in a tar file to the ids of an {@link ImageFolder}.
 *
 * @param classes the class of each image that lies in no folder, by file name
 */
record TarNames(Map<String, String> classes) {
  private static final String TAR = ".tar";

  static boolean isTar(String name) {
    return name.toLowerCase(Locale.ROOT).endsWith(TAR);
  }

  /**
   * The id of an image: its class and its file name.
   *
   * @param path its name in the file, behind that of the inner tar file if it is in one
   * @return nothing where neither a folder nor the labels say the class
   */
  Optional<String> id(String path) {
    String[] parts = path.split("/+");
    String file = parts[parts.length - 1];
    if (parts.length > 1 && !parts[parts.length - 2].equals(".")) {
      String folder = parts[parts.length - 2];
      String name = isTar(folder) ? folder.substring(0, folder.length() - TAR.length()) : folder;
      return Optional.of(name + "/" + file);
    }
    return Optional.ofNullable(classes.get(file)).map(name -> name + "/" + file);
  }

  String digest() {
    Sha256 sha = new Sha256();
    new TreeMap<>(classes).forEach((file, name) -> sha.add(file).add(name));
    return sha.hex();
  }
}
