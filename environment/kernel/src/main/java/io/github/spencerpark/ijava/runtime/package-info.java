/** What cells can call without an import, under the names that IJava gave it. */
package io.github.spencerpark.ijava.runtime;
