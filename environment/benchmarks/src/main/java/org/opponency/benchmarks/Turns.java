package org.opponency.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * Times each step of ours, and after some of them lets the peers take theirs. Ours need ten to
 * thirty seconds to warm up: until then Java's compiler takes processor time of its own, and memory
 * is new.
 */
final class Turns {
  private static final int PEERS_WARM_UP = 2;

  /**
   * Who does how much when.
   *
   * @param perTurn steps until the others have their turn
   * @param warmUp turns that are not counted; the others have only the last of them
   * @param turns turns that are
   */
  record Rhythm(int perTurn, int warmUp, int turns) {
    int steps() {
      return 1 + perTurn * (warmUp + turns);
    }
  }

  private final Rhythm rhythm;
  private final List<Peer> peers;
  private final List<Double> own = new ArrayList<>();
  private long start;

  Turns(Rhythm rhythm, List<Peer> peers) {
    this.rhythm = rhythm;
    this.peers = peers;
  }

  /** Milliseconds of our own steps that count. */
  List<Double> own() {
    return own;
  }

  /** Of ours to a peer's. */
  Ratio ratio(Peer peer) {
    return Ratio.of(own, peer.times(), rhythm.perTurn());
  }

  /** To be called after each step, counted from 1; the first only starts the clock. */
  void after(int step) {
    int timed = step - 1;
    int turn = (timed - 1) / rhythm.perTurn();
    boolean counts = timed > 0 && turn >= rhythm.warmUp();
    if (counts) {
      own.add((System.nanoTime() - start) / 1e6);
    }
    boolean peersTurn = turn >= rhythm.warmUp() - PEERS_WARM_UP;
    if (timed > 0 && timed % rhythm.perTurn() == 0 && peersTurn) {
      peers.forEach(peer -> peer.turn(rhythm.perTurn(), counts));
    }
    start = System.nanoTime();
  }
}
