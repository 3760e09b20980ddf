/**
 * How a check says what it found.
 * @module
 */
import type { Path } from "../document/document.ts";
import type { Problem } from "../document/problem.ts";

/** What may accompany a complaint. */
export interface ReportMore {
  /** The nearest right word. */
  suggestion?: string | undefined;
  /** The key is meant, not its value. */
  key?: boolean;
  /** The character of the text at the path that is meant, from 0. */
  character?: number;
  /**
   * Other places the complaint rests on; a step `*` stands for all elements. Where one of them was
   * refused, the complaint would only be a consequence and is not made.
   */
  rests?: readonly Path[];
  /** The description accepts it, and until when and why: no complaint. */
  accepted?: { until: string; because: string };
  /** Nothing can be read from the value, so that later complaints must not rest on it either. */
  unreadable?: boolean;
}

/** Takes one complaint about the value at `path`. */
export type Report = (
  path: Path,
  severity: Problem["severity"],
  message: string,
  more?: ReportMore,
) => void;
