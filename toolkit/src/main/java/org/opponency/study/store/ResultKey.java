package org.opponency.study.store;

import static org.opponency.io.Text.format;

import com.google.gson.JsonObject;
import java.util.Locale;
import java.util.regex.Pattern;
import org.opponency.io.RecordJson;
import org.opponency.io.Sha256;

/**
 * What fixes a result: equal keys, equal numbers.
 *
 * @param analysis what was done, such as {@code predictions}; lower-case words with hyphens
 * @param version of the analysis's code: a constant beside it, raised when its numbers change
 * @param subject what it was done to, for people, such as {@code width 4, run 1}
 * @param weights digest of the network
 * @param images digest of the images or stimuli
 * @param preprocessing what was done to them, such as {@code Preprocessing.digest()}
 * @param protocol every other setting in words
 */
public record ResultKey(
    String analysis,
    int version,
    String subject,
    String weights,
    String images,
    String preprocessing,
    String protocol) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int DIGITS = 12;

  /** Refuses an analysis that cannot name a folder. */
  public ResultKey {
    if (!NAME.matcher(analysis).matches()) {
      throw new IllegalArgumentException(
          format(
              "Expected an analysis of lower-case words, digits and hyphens, got \"%s\"",
              analysis));
    }
  }

  /**
   * Where the result is kept: a name for people and the digest of the content. The version is left
   * out, so that what another version of the code left there is found, and refused.
   */
  String folder() {
    String name = subject.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return format("%s/%s-%s", analysis, name, contentDigest().substring(0, DIGITS));
  }

  private String contentDigest() {
    return new Sha256().add(weights).add(images).add(preprocessing).add(protocol).hex();
  }

  JsonObject toJson() {
    return RecordJson.of(this);
  }
}
