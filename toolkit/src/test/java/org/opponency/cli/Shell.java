package org.opponency.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs commands as a shell does and keeps what they say. */
record Shell(int status, String out, String err) {
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
