/** How a training step computes, and modules of TorchScript that were saved elsewhere. */
package org.opponency.models.script;
