package org.opponency.io;

import static org.opponency.io.Text.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words: the JDK's own are often a bare path. */
public final class Reason {
  private Reason() {}

  /** The reason without the file's name, for the end of a sentence that has it. */
  public static String of(Throwable failure) {
    if (failure instanceof UncheckedIOException || failure instanceof DirectoryIteratorException) {
      return of(failure.getCause());
    } else if (failure instanceof FileSystemLoopException loop) {
      return format(
          "a link on the way to %s leads back to a folder above it; take it away", loop.getFile());
    } else if (failure instanceof FileSystemException file) {
      return file.getReason() == null ? ofKind(file) : file.getReason();
    } else if (failure instanceof CharacterCodingException) {
      return "it is no text in UTF-8; save it as such";
    }
    String message = failure.getMessage();
    boolean speaks =
        message != null && (message.contains(" ") || !(failure instanceof IOException));
    return speaks ? message : failure.toString();
  }

  private static String ofKind(FileSystemException failure) {
    if (failure instanceof NoSuchFileException) {
      return "there is no such file; check the path";
    } else if (failure instanceof AccessDeniedException) {
      return "no permission; check its owner and those of its folders";
    }
    return failure.getClass().getSimpleName().replace("Exception", "");
  }
}
