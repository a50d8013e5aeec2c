package org.opponency.cli;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = OpponencyCommand.class.getPackage().getImplementationVersion();
    return new String[] {"opponency " + Optional.ofNullable(version).orElse("development")};
  }
}
