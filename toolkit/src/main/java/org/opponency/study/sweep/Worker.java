package org.opponency.study.sweep;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who does a unit: this process, as people can find it. */
final class Worker {
  private Worker() {}

  /** Such as {@code node17, process 4711}. */
  static String name() {
    return "%s, process %d".formatted(host(), ProcessHandle.current().pid());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a host without a name"; // it is for messages only
    }
  }
}
