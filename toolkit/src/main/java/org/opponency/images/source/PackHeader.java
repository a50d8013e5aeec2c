package org.opponency.images.source;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.opponency.images.ImageSet;
import org.opponency.images.Preprocessing;
import org.opponency.io.LargeFile;
import org.opponency.io.Sha256;

/**
 * What a packed file says of its images before them: a mark, the length of a text, the text, and
 * its SHA-256. The text has a line each for name, digest, number of classes, the classes, and label
 * and id of each image.
 *
 * @param digest of the images that were packed and what was done to them
 */
record PackHeader(
    String name, String digest, List<String> classes, int[] labels, List<String> ids) {
  /** Spells OPPACK and the version 02. */
  private static final long MARK = 0x4f505041434b3032L;

  private static final int TEXT_START = Long.BYTES + Integer.BYTES;
  private static final int DIGEST_BYTES = 32;

  static PackHeader of(ImageSet images, Preprocessing preprocessing) {
    return new PackHeader(
        images.name(),
        new Sha256().add(images.digest()).add(preprocessing.digest()).hex(),
        images.classes(),
        IntStream.range(0, images.size()).map(images::label).toArray(),
        IntStream.range(0, images.size()).mapToObj(images::id).toList());
  }

  static PackHeader read(LargeFile file) throws IOException {
    ByteBuffer start = ByteBuffer.wrap(file.read(0, TEXT_START));
    if (start.getLong() != MARK) {
      throw new IOException("it does not begin as packed images of this version do");
    }
    int length = start.getInt();
    if (length < 0 || length > file.size()) {
      throw new IOException("its header is damaged");
    }
    byte[] text = file.read(TEXT_START, length);
    byte[] kept = file.read(TEXT_START + length, DIGEST_BYTES);
    if (!Arrays.equals(kept, new Sha256().add(text).bytes())) {
      throw new IOException("the checksum of its header does not fit");
    }
    try {
      return parse(new String(text, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("its header is damaged", e);
    }
  }

  private static PackHeader parse(String text) {
    List<String> lines = text.lines().toList();
    int imagesStart = 3 + Integer.parseInt(lines.get(2));
    List<String> ids = new ArrayList<>();
    int[] labels = new int[lines.size() - imagesStart];
    for (int i = 0; i < labels.length; i++) {
      String[] fields = lines.get(imagesStart + i).split("\t", 2);
      labels[i] = Integer.parseInt(fields[0]);
      ids.add(fields[1]);
    }
    return new PackHeader(
        lines.get(0), lines.get(1), lines.subList(3, imagesStart), labels, List.copyOf(ids));
  }

  byte[] bytes() {
    StringBuilder text = new StringBuilder();
    text.append(format("%s\n%s\n%d\n", name, digest, classes.size()));
    classes.forEach(label -> text.append(label).append('\n'));
    for (int i = 0; i < labels.length; i++) {
      text.append(labels[i]).append('\t').append(ids.get(i)).append('\n');
    }
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    return ByteBuffer.allocate(TEXT_START + bytes.length + DIGEST_BYTES)
        .putLong(MARK)
        .putInt(bytes.length)
        .put(bytes)
        .put(new Sha256().add(bytes).bytes())
        .array();
  }
}
