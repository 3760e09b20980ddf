/**
 * How a check reports.
 * @module
 */
import type { Path } from "../document/document.ts";
import type { Problem } from "../document/problem.ts";

/** Optional details of a complaint. */
export interface ReportMore {
  /** The nearest valid word. */
  suggestion?: string | undefined;
  /** The complaint is about the key, not its value. */
  key?: boolean;
  /** Index of the character in the text at the path, from 0. */
  character?: number;
  /**
   * Other places that the complaint depends on; a step `*` stands for all elements. If one of them
   * was refused, the complaint would only be a consequence and is dropped.
   */
  rests?: readonly Path[];
  /** The description accepts it, until when and why: not a complaint. */
  accepted?: { until: string; because: string };
  /** The value cannot be interpreted, so that later complaints must not depend on it. */
  unreadable?: boolean;
}

/** Reports one complaint about the value at `path`. */
export type Report = (
  path: Path,
  severity: Problem["severity"],
  message: string,
  more?: ReportMore,
) => void;
