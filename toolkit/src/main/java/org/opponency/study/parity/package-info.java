/**
 * The parity certificate: whether this machine gets PyTorch's, torchvision's and Pillow's numbers.
 * Commands, notebooks and tests all see the checks made here.
 */
package org.opponency.study.parity;
