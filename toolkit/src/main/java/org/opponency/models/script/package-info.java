/**
 * Networks as TorchScript: the fast training pass in bfloat16, and modules that were saved
 * elsewhere.
 */
package org.opponency.models.script;
