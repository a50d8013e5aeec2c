package org.opponency.study.sweep;

import static org.opponency.io.Text.format;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who does a unit: this process, as people can find it. */
final class Worker {
  private Worker() {}

  /** Such as {@code node17, process 4711}. */
  static String name() {
    return format("%s, process %d", host(), ProcessHandle.current().pid());
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "a host without a name"; // it is for messages only
    }
  }
}
