/**
 * The composition root, and every flow that crosses features: what one room cannot decide alone.
 *
 * <p>What comes in: what the command line asks. What goes out: results of several rooms in one transaction. Nothing in the
 * core uses this room; it may use all of them.
 */
package org.minsheng.bureau;
