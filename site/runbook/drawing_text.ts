/**
 * Boxes with lines of text for a drawing in SVG.
 * @module
 */
import { type Html, markup } from "./html.ts";

/** Height of a line of text, and the padding of a box, in pixels. */
const LINE = 18;
const PADDING = 11;

/** A box without a position. */
export interface Box {
  /** Title, in bold. */
  title: string;
  /** Smaller lines below it. */
  lines: string[];
  /** CSS class. */
  kind: "gateway" | "peer" | "network";
}

/** A box with a position. */
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

/** `text` shortened to a width in pixels, with an ellipsis. */
function fitted(text: string, width: number, size = 7.4): string {
  const most = Math.max(4, Math.floor(width / size));
  const letters = [...text];
  return letters.length <= most ? text : `${letters.slice(0, most - 1).join("")}…`;
}

/** The box; its tooltip has the full text, and anything too wide is clipped. */
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

/** Places boxes one below the other, starting at `y`. */
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

/** The lower edge of the lowest box, at least `least`. */
export function bottomOf(boxes: readonly Placed[], least = 0): number {
  return Math.max(least, ...boxes.map(({ y, height }) => y + height));
}
