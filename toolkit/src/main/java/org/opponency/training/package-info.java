/** Training a network by a recipe: PyTorch's rules, exact resume, one record an epoch. */
package org.opponency.training;
