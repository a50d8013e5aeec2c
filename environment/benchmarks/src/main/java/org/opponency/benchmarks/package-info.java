/**
 * Measurements of time and memory beside PyTorch, torchvision and Foolbox: each class with a main
 * method writes the table of one of the commands of this module's README.
 */
package org.opponency.benchmarks;
