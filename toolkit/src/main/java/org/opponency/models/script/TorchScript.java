package org.opponency.models.script;

import static org.opponency.io.Text.format;

import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.opponency.engine.Autograd;
import org.opponency.engine.Compute;
import org.opponency.engine.ScriptModule;
import org.opponency.images.Normalisation;
import org.opponency.io.Sha256;
import org.opponency.models.OwnModel;
import org.opponency.models.VisionModel;

/** Files of TorchScript, which hold a network as code and numbers. */
public final class TorchScript {
  private TorchScript() {}

  /**
   * Opens a file, as {@code torch.jit.save} writes it: predictions and input gradients, but no
   * layers inside. Unlike a file of weights, it runs code of its own: open only files that you
   * trust.
   *
   * @param file with a module from normalised pixels, float32 (N, 3, H, W), to logits (N, classes);
   *     it runs in eval mode
   * @param imageSize side in pixels of the images it takes
   * @param normalisation what it expects to be done to pixels in [0, 1]
   * @throws IOException if the file is missing or no TorchScript archive
   * @throws IllegalArgumentException if it gives something else than a row of logits an image
   */
  public static VisionModel open(Path file, int imageSize, Normalisation normalisation)
      throws IOException {
    if (!Files.isRegularFile(file)) {
      throw new NoSuchFileException(
          file.toString(), null, "expected a TorchScript file, as torch.jit.save writes it");
    }
    String content = "TorchScript " + new Sha256().add(Files.readAllBytes(file)).hex();
    try (Autograd.Mode off = Autograd.off()) {
      NDManager manager = NDManager.newBaseManager(Compute.device());
      var block = new ScriptBlock(manager, load(manager, file));
      return OwnModel.ofWhole(manager, block, content, imageSize, normalisation);
    }
  }

  /** Whether a file is an archive with code in it, which files of weights have not. */
  public static boolean isOne(Path file) {
    try (ZipFile archive = new ZipFile(file.toFile())) {
      return archive.stream().anyMatch(entry -> entry.getName().contains("/code/"));
    } catch (IOException e) {
      return false; // whoever reads it as weights says what is wrong with it
    }
  }

  private static ScriptModule load(NDManager manager, Path file) throws IOException {
    try {
      return ScriptModule.forEvaluation(manager, file);
    } catch (EngineException e) {
      manager.close();
      throw new IOException(
          format(
              "%s is no TorchScript archive. Expected a file that torch.jit.save wrote; a state dict holds weights without a network. The engine says: %s",
              file, e.getMessage().lines().findFirst().orElse("")),
          e);
    }
  }
}
