package org.opponency.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Path;
import picocli.CommandLine;

/** Runs commands as a shell does and keeps what they say. */
record Shell(int status, String out, String err) {
  /** A TorchScript file of ten classes of pictures of 32 x 32. */
  static Path torchScript() {
    try {
      return Path.of(
          Shell.class.getResource("/org/opponency/models/golden/torchscript.pt").toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static Shell run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = OpponencyCommand.commandLine();
    line.setOut(new PrintWriter(out, true));
    line.setErr(new PrintWriter(err, true));
    int status = line.execute(arguments);
    return new Shell(status, out.toString(), err.toString());
  }
}
