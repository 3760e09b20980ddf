/**
 * Boxes with lines of text for a drawing in SVG.
 * @module
 */
import { type Html, markup } from "./html.ts";

/** Height of a line of text, and the space around lines in a box. */
const LINE = 18;
const PADDING = 11;

/** A box before it has a place. */
export interface Box {
  /** In bold. */
  title: string;
  /** Smaller lines below it. */
  lines: string[];
  /** Its class in the style. */
  kind: "gateway" | "peer" | "network";
}

/** A box with a place. */
export interface Placed extends Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** The height of a box. */
export function heightOf({ title, lines }: Box): number {
  return PADDING * 2 + LINE * (lines.length + (title === "" ? 0 : 1)) - 4;
}

/** `text` in so many pixels, with a sign where its end is cut off. */
function fitted(text: string, width: number, size = 7.4): string {
  const most = Math.max(4, Math.floor(width / size));
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

/** The box; its title has what was cut off, and what is still too wide ends at the box's edge. */
export function drawn({ title, lines, kind, x, y, width, height }: Placed): Html {
  const room = width - 2 * PADDING;
  const rows = [...(title === "" ? [] : [title]), ...lines];
  const isBold = (at: number) => at === 0 && title !== "";
  const short = rows.map((row, at) => fitted(row, room, isBold(at) ? 8 : 7.2));
  return markup`<g class="${kind}"><title>${
    rows.join(", ")
  }</title><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/><svg x="${
    x + PADDING
  }" y="${y}" width="${room}" height="${height}">${
    short.map((row, at) =>
      markup`<text y="${PADDING + 11 + at * LINE}"${
        isBold(at) && markup` class="bold"`
      }>${row}</text>`
    )
  }</svg></g>
`;
}

/** Places boxes one below the other, from `y`. */
export function stacked(
  boxes: readonly Box[],
  { x, y, width, gap }: { x: number; y: number; width: number; gap: number },
): Placed[] {
  let top = y;
  return boxes.map((box) => {
    const height = heightOf(box);
    const placed = { ...box, x, y: top, width, height };
    top += height + gap;
    return placed;
  });
}

/** The lowest edge of boxes, or `least`. */
export function bottomOf(boxes: readonly Placed[], least = 0): number {
  return Math.max(least, ...boxes.map(({ y, height }) => y + height));
}
