package org.opponency.kernel;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * Ends cells that do not heed an interrupt. The compiled code of cells comes by here at the start
 * of each method and at each turn of a loop.
 */
public final class StopCheck {
  private static final Set<Thread> STOPPED = ConcurrentHashMap.newKeySet();
  // Read by every turn of every loop, so that these pay for no look-up in the set.
  private static volatile boolean armed;
  private static volatile boolean workers;

  private StopCheck() {}

  /** Goes on, or throws if this thread is to stop. Called by cells. */
  public static void check() {
    if (armed) {
      checkThread();
    }
  }

  /** Stops what a thread runs of cells, and what parallel streams run of them. */
  static void stop(Thread thread) {
    STOPPED.add(thread);
    workers = true;
    armed = true;
  }

  /** Lets a thread, and the workers of parallel streams, run cells again. */
  static void release(Thread thread) {
    STOPPED.remove(thread);
    STOPPED.removeIf(stopped -> !stopped.isAlive());
    workers = false;
    armed = !STOPPED.isEmpty();
  }

  private static void checkThread() {
    Thread thread = Thread.currentThread();
    if (STOPPED.contains(thread) || (workers && thread instanceof ForkJoinWorkerThread)) {
      throw new Stopped();
    }
  }
}
