/** The names that IJava's notebooks know, as far as its documentation names them. */
package io.github.spencerpark.ijava;
