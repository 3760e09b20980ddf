/**
 * How a check says what it found.
 * @module
 */
import type { Path } from "./document.ts";
import type { Problem } from "./problem.ts";

/** Takes one complaint about the value at `path`. */
export type Report = (path: Path, severity: Problem["severity"], message: string) => void;
