/**
 * HTML and SVG in which no text of a description can become markup.
 * @module
 */
import { printable } from "../../host/printable.ts";

/** Markup; only {@linkcode markup} makes it. */
export class Html {
  /** The markup. */
  readonly text: string;

  /** `text` is not escaped. */
  constructor(text: string) {
    this.text = text;
  }
}

/** Values in a template: markup, text (which is escaped), lists, and nothing. */
export type Part = Html | string | number | undefined | false | readonly Part[];

/** Markup with its values escaped, for content and for attributes in double quotes. */
export function markup(strings: TemplateStringsArray, ...values: Part[]): Html {
  return new Html(strings.map((text, at) => text + render(values[at])).join(""));
}

/** Parts with `separator` between them. */
export function joined(parts: readonly Part[], separator: Part): Html {
  return new Html(
    parts.map((part, at) => (at === 0 ? "" : render(separator)) + render(part)).join(""),
  );
}

function render(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(render).join("");
  return escaped(String(part));
}

const ESCAPES = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["'", "&#39;"],
]);

/**
 * Makes characters visible that a page cannot contain or show, or that change the direction of
 * text.
 */
function escaped(text: string): string {
  return printable(text.toWellFormed()).replace(/[&<>"']/g, (sign) => ESCAPES.get(sign)!);
}

/** A host name with line breaks allowed after its dots. */
export function breakable(name: string): Html {
  return joined(name.split("."), markup`.<wbr>`);
}

/** A command or a value in a fixed-width font. */
export function code(text: Part): Html {
  return markup`<code>${text}</code>`;
}

/** Shell commands, one below the other; a line is broken between words, not at a `-`. */
export function shell(...lines: string[]): Html {
  const words = (line: string) =>
    joined(line.split(" ").map((word) => markup`<span class="word">${word}</span>`), " ");
  return markup`<pre tabindex="0"><code>${joined(lines.map(words), "\n")}</code></pre>`;
}

/** A list of values, one below the other. */
export function lines(values: readonly Part[]): Html {
  return joined(values.map((value) => markup`<span class="line">${value}</span>`), "");
}

/** Parts one below the other, each with a heading if there are several. */
export function headed(
  parts: readonly { title: string; body: Html }[],
  several = parts.length > 1,
): Html {
  return markup`${
    parts.map(({ title, body }) =>
      markup`${
        several && markup`
          <h3>${title}</h3>
        `
      }${body}`
    )
  }`;
}

/**
 * A table; the first cell of each row is its header. On a narrow screen each row is a block with
 * the column headings before its values; ARIA roles keep it a table for screen readers.
 */
export function table(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly Part[])[],
): Html {
  return markup`<table role="table" class="rows">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${
    head.map((cell) => markup`<th role="columnheader" scope="col">${cell}</th>`)
  }</tr></thead>
<tbody role="rowgroup">
${
    rows.map(([first, ...rest]) =>
      markup`<tr role="row"><th role="rowheader" scope="row">${first}</th>${
        rest.map((cell, at) =>
          markup`<td role="cell" data-head="${head[at + 1]}"><span>${cell}</span></td>`
        )
      }</tr>
`
    )
  }</tbody>
</table>
`;
}
