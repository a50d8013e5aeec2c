package org.opponency.study.networks;

import java.nio.file.Path;
import java.util.List;
import org.opponency.evaluation.Measured;
import org.opponency.evaluation.NetworkId;
import org.opponency.models.Architecture;
import org.opponency.training.EpochLog;

/**
 * A trained network of a study.
 *
 * @param name such as {@code width 4, run 1}
 * @param architecture what it is
 * @param run counted from 0
 * @param redraws how many seeds before this one gave a dead bottleneck
 * @param dead whether this one is dead too: Retina-2 silent on every validation image
 * @param weights safetensors file
 * @param log one entry an epoch
 */
public record ModelRun(
    String name,
    Architecture architecture,
    int run,
    int redraws,
    boolean dead,
    Path weights,
    List<EpochLog> log) {
  /** N_BN; 0 without a retina. */
  public int width() {
    return architecture.width();
  }

  /** What tables call it. */
  public NetworkId id() {
    return new NetworkId(name, width(), run, redraws, dead);
  }

  /** Something that was measured on it. */
  public <R> Measured<R> measured(R value) {
    return new Measured<>(id(), value);
  }

  /** The log's last entry. */
  public EpochLog last() {
    return log.get(log.size() - 1);
  }
}
