package org.opponency.models.hub;

import static org.opponency.io.Text.format;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.opponency.io.Csv;

/**
 * Pictures or decisions that others have published.
 *
 * @param name what it is called here
 * @param purpose what needs it
 * @param terms its licence, and what its authors ask for
 * @param page where it is described
 * @param files what is downloaded; none where one has to register
 * @param folder what it unpacks to, where studies look for it
 * @param megabytes about so many to be downloaded
 * @param checksum of the one file, where one is known
 */
public record PublishedData(
    String name,
    String purpose,
    String terms,
    URI page,
    List<URI> files,
    String folder,
    int megabytes,
    Optional<KnownChecksum> checksum) {
  /**
   * A checksum that was published.
   *
   * @param algorithm as Java calls it, such as {@code MD5}
   * @param digits hexadecimal
   * @param source who published it
   * @param byAuthors whether these are who publish the data, so that another content is refused;
   *     otherwise a difference is told
   */
  public record KnownChecksum(String algorithm, String digits, String source, boolean byAuthors) {
    private static KnownChecksum of(List<String> cells) {
      return new KnownChecksum(
          cells.get(0), cells.get(1), cells.get(2), Boolean.parseBoolean(cells.get(3)));
    }
  }

  /** Copies the list. */
  public PublishedData {
    files = List.copyOf(files);
  }

  /** All that the paper and this project speak of: {@code published-data.csv}. */
  public static List<PublishedData> all() {
    return Csv.beside(PublishedData.class, "published-data.csv").rows().stream()
        .map(PublishedData::of)
        .toList();
  }

  private static PublishedData of(List<String> row) {
    return new PublishedData(
        row.get(0),
        row.get(1),
        row.get(2),
        URI.create(row.get(3)),
        IntStream.rangeClosed(1, Integer.parseInt(row.get(5)))
            .mapToObj(number -> URI.create(format(row.get(4), number)))
            .toList(),
        row.get(6),
        Integer.parseInt(row.get(7)),
        Optional.of(row.subList(8, 12)).filter(c -> !c.get(0).isEmpty()).map(KnownChecksum::of));
  }
}
