package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.opponency.images.ImageDataException;
import org.opponency.io.Reason;

/**
 * The classes of ImageNet's validation images, whose names do not say them. They come from a file
 * beside the images: the devkit as published, or a text file with a WordNet id a line, in the order
 * of the images.
 */
final class ValidationLabels {
  static final String DEVKIT = "ILSVRC2012_devkit_t12.tar.gz";
  static final String SYNSETS = "imagenet_2012_validation_synset_labels.txt";

  /** What to do where there are no labels. */
  static final String EXPECTED =
      format("Put %s, as published, or %s, a WordNet id a line, beside it.", DEVKIT, SYNSETS);

  /** Ten times the largest file that is read of the devkit. */
  private static final int MOST_BYTES = 1 << 26;

  private ValidationLabels() {}

  /**
   * WordNet ids by file name; none where neither file is in the folder.
   *
   * @throws ImageDataException if the file is damaged
   */
  static Map<String, String> beside(Path folder) {
    Path synsets = folder.resolve(SYNSETS);
    Path devkit = folder.resolve(DEVKIT);
    try {
      if (Files.exists(synsets)) {
        return named(Files.readString(synsets).strip().lines().map(String::strip).toList());
      }
      return Files.exists(devkit) ? named(ofDevkit(Files.readAllBytes(devkit))) : Map.of();
    } catch (IOException | IllegalArgumentException e) {
      throw new ImageDataException(
          format(
              "Cannot read the labels of ImageNet's validation images in %s: %s. %s",
              folder.toAbsolutePath(), Reason.of(e), EXPECTED),
          e);
    }
  }

  private static Map<String, String> named(List<String> wnids) {
    Map<String, String> names = new HashMap<>();
    for (String wnid : wnids) {
      if (!wnid.matches("n[0-9]{8}")) {
        throw new IllegalArgumentException(
            format(
                "expected a WordNet id such as n01440764 in line %d, got \"%s\"",
                names.size() + 1, wnid));
      }
      names.put(format("ILSVRC2012_val_%08d.JPEG", names.size() + 1), wnid);
    }
    return names;
  }

  private static List<String> ofDevkit(byte[] archive) throws IOException {
    byte[] meta = member(archive, "/data/meta.mat");
    byte[] truth = member(archive, "/data/ILSVRC2012_validation_ground_truth.txt");
    Map<String, String> wnids = new HashMap<>();
    for (Map<String, Object> synset : MatlabFile.structures(meta)) {
      if (synset.get("ILSVRC2012_ID") instanceof Number id) {
        wnids.put(String.valueOf(id.intValue()), String.valueOf(synset.get("WNID")));
      }
    }
    return new String(truth, StandardCharsets.US_ASCII)
        .lines()
        .map(line -> wnids.getOrDefault(line.strip(), "no synset " + line))
        .toList();
  }

  private static byte[] member(byte[] archive, String name) throws IOException {
    try (var plain = new GZIPInputStream(new ByteArrayInputStream(archive))) {
      var members = new TarArchiveInputStream(plain, "UTF-8");
      for (var member = members.getNextEntry(); member != null; member = members.getNextEntry()) {
        if (member.getName().endsWith(name)) {
          return unpacked(members);
        }
      }
    }
    throw new IOException(format("%s has no %s", DEVKIT, name.substring(1)));
  }

  /** All of a stream: a small file can claim to hold any number of bytes. */
  static byte[] unpacked(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new IOException(
          format("%s unpacks to more than %d MiB, get it anew", DEVKIT, MOST_BYTES >> 20));
    }
    return bytes;
  }
}
