/** The command line, for machines without a notebook; its work is the study's. */
package org.opponency.cli;
