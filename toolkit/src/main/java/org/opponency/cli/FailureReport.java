package org.opponency.cli;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.opponency.engine.Compute;
import org.opponency.engine.MemoryLimit;
import org.opponency.images.ImageDataException;
import org.opponency.images.UnreadableImageException;
import org.opponency.io.Printable;
import org.opponency.io.Reason;
import org.opponency.io.StoppedException;
import picocli.CommandLine.ExitCode;

/**
 * What went wrong, as users read it: what, why and what to do. The failures of all commands end
 * here, errors of the virtual machine included.
 *
 * @param message fit for a terminal
 * @param status to exit with: 2 for wrong arguments or data, else 1
 */
record FailureReport(String message, int status) {
  /** Says it of a failure, for whatever reason it came. */
  static FailureReport of(Throwable failure) {
    List<Throwable> chain = Stream.iterate(failure, Objects::nonNull, Throwable::getCause).toList();
    return new FailureReport(
        Printable.lines(message(chain)), isInput(chain) ? ExitCode.USAGE : ExitCode.SOFTWARE);
  }

  private static boolean isInput(List<Throwable> chain) {
    Throwable failure = chain.get(0);
    boolean input =
        failure instanceof IllegalArgumentException
            || failure instanceof ImageDataException
            || failure instanceof UnreadableImageException
            || failure instanceof IOException
            || failure instanceof UncheckedIOException;
    return input && chain.stream().noneMatch(Error.class::isInstance);
  }

  private static String message(List<Throwable> chain) {
    Throwable failure = chain.get(0);
    Throwable root = chain.get(chain.size() - 1);
    if (failure instanceof StoppedException) {
      return "Stopped before the end; a command that can go on does so when it is run again.";
    } else if (chain.stream().anyMatch(FailureReport::isMemory)) {
      return format(
          "Out of memory (%s). Take smaller or fewer images at a time, or give Java more, such as"
              + " OPPONENCY_JAVA_OPTIONS=-Xmx8g.",
          firstLine(root));
    } else if (comesFrom(
        chain, name -> name.startsWith("sun.font.") || name.contains("awt.Font"))) {
      return format(
          "Java cannot use fonts here, so that nothing can be drawn (%s). Install fontconfig and a"
              + " font, such as the package fonts-dejavu-core; opponency doctor looks after them.",
          firstLine(root));
    } else if (chain.stream().anyMatch(LinkageError.class::isInstance)
        || comesFrom(chain, name -> name.startsWith("ai.djl.pytorch.jni.LibUtils"))) {
      return format(
          "PyTorch's libraries cannot be loaded (%s). Expected them in the folder that DJL_CACHE_DIR"
              + " names, else ~/.djl.ai, which must be yours to write; opponency doctor shows more.",
          firstLine(root));
    } else if (chain.stream().anyMatch(StackOverflowError.class::isInstance)) {
      return "The input is nested too deeply to be read. Expected a file that its own program wrote;"
          + " check where it comes from.";
    }
    return message(failure);
  }

  private static boolean isMemory(Throwable failure) {
    return failure instanceof OutOfMemoryError || MemoryLimit.isReached(failure);
  }

  private static boolean comesFrom(List<Throwable> chain, Predicate<String> type) {
    return chain.stream()
        .flatMap(each -> Stream.of(each.getStackTrace()))
        .map(StackTraceElement::getClassName)
        .anyMatch(type);
  }

  private static String message(Throwable failure) {
    if (failure instanceof UncheckedIOException unchecked) {
      return withReason(unchecked);
    } else if (failure instanceof IOException io) {
      return reason(io);
    } else if (Compute.isFailure(failure)) {
      return "The tensor engine failed: " + firstLine(failure);
    } else if (isUnforeseen(failure)) {
      return format(
          "Unexpected %s%s. Please report it, with the command that shows it.",
          firstLine(failure),
          Stream.of(failure.getStackTrace()).findFirst().map(at -> " at " + at).orElse(""));
    }
    return failure.getMessage();
  }

  private static boolean isUnforeseen(Throwable failure) {
    return failure.getMessage() == null
        || failure instanceof Error
        || failure instanceof NullPointerException
        || failure instanceof ClassCastException
        || failure instanceof NegativeArraySizeException;
  }

  private static String withReason(UncheckedIOException failure) {
    String reason = reason(failure.getCause());
    String message = failure.getMessage();
    if (message == null || message.equals(failure.getCause().toString())) {
      return reason;
    }
    return message.contains(": ") ? message : message + ": " + reason;
  }

  private static String reason(IOException failure) {
    return failure instanceof FileSystemException file
        ? file.getFile() + ": " + Reason.of(failure)
        : Reason.of(failure);
  }

  private static String firstLine(Throwable failure) {
    return failure.toString().lines().findFirst().orElse("");
  }
}
