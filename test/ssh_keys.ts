/**
 * Public ssh keys for tests.
 * @module
 */

/** The key that the examples show: `check` warns of it. */
export const EXAMPLE_KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExampleExa";

/** A key like any other; nobody kept its private half. */
export const TEST_KEY = "AAAAC3NzaC1lZDI1NTE5AAAAIH/4BfmCAbkRTHv4FN2BFSZJvX/jSk2ukFJsjg1AODDY";
