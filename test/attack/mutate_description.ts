/**
 * Descriptions that nobody meant: real ones and such as the schema allows, with changes of their values,
 * their structure, their YAML and their bytes.
 * @module
 */
import { stringify } from "yaml";
import type { Dice } from "./dice.ts";

/** Begins every piece of text that must never begin a line of any output, nor be run by a shell. */
export const CANARY = "CANARY9";

/** Text that breaks out of one file or another, if anything does. */
const BREAKOUTS = [
  `\n${CANARY}`,
  `\r${CANARY}`,
  `\u0085${CANARY}`,
  `\u2028${CANARY}`,
  `"\n${CANARY}`,
  `'\n${CANARY}`,
  `"; ${CANARY}; "`,
  `'; ${CANARY}; '`,
  `$(${CANARY})`,
  `\`${CANARY}\``,
  `\${${CANARY}}`,
  `a\\\n${CANARY}`,
  `</name><${CANARY}/>`,
  `]]><${CANARY}>`,
  `" ${CANARY} = "`,
  `#\n${CANARY}`,
  `\x1b]0;${CANARY}\x07`,
  `\u202e${CANARY}`,
  `EOF\n${CANARY}`,
  `% \n${CANARY}`,
];

/** Values that are no text, or nearly right. */
const ODD: readonly unknown[] = [
  null,
  true,
  false,
  0,
  -1,
  1e308,
  NaN,
  Infinity,
  0.1,
  2 ** 53,
  "",
  " ",
  "~",
  "0",
  "-",
  "..",
  "/",
  "//",
  "*",
  "&a",
  "!x",
  "null",
  "0x10",
  "010",
  "1_000",
  "1e3",
  "2001:db8::1",
  "::",
  "fe80::1%vio0",
  "255.255.255.255",
  "0.0.0.0/0",
  "::/0",
  "10.0.0.1/33",
  "10.0.0.0/08",
  "1.2.3",
  "999G",
  "0M",
  "1.999T",
  "any",
  "self",
  "none",
  "autoconf",
  "rehearsal",
  "6.6",
  "9.9",
  "constructor",
  "__proto__",
  "toString",
  "\ud800",
  "\ufeff",
  "\0",
  "é".repeat(40),
  "x".repeat(300),
  "a.".repeat(140),
  "ß",
  "İ",
  "𝕏",
  "root",
  "esac",
  "vlan4095",
  "vio99999999999",
  [],
  {},
  [[]],
  [null],
  { a: { a: {} } },
];

const NAMES = [
  "constructor",
  "__proto__",
  "toString",
  "hasOwnProperty",
  "",
  "<<",
  "?",
  "tunnel",
  "hostnam",
  "a b",
  "é",
  "psk",
  "password",
  "0",
];

/** Tricks of YAML, put at the beginning of a value or on a line of their own. */
const YAML = [
  "&a ",
  "*a",
  "&a [*a]",
  "&a {b: *a}",
  "&a [&b [*a, *b], *b]",
  "!!binary aGk=",
  "!!set {a, b}",
  "!!omap [a: 1]",
  "!!timestamp 2001-01-01",
  "!!float 1",
  "!!str 1",
  "!x ",
  "|\n  text",
  ">-\n  text",
  "|2\n text",
  "? [a]\n: b",
  "? \n",
  "<<: *a",
  "---\n",
  "...\n",
  "%YAML 1.1\n---\n",
  "%TAG ! x\n",
  "\t",
  "\ufeff",
  "#",
  "- ",
  ": ",
  "{",
  "}",
  "[",
  "]",
  ",",
  '"',
  "'",
  "\\",
  '"\\x0a"',
  '"\\u2028"',
  '"\\',
  "@",
  "`",
  "\0",
  "\r",
  "\x85",
  "[".repeat(70),
  "{a: ".repeat(70),
  "&l [1,1,1,1,1,1,1,1,1,1]",
];

type Holder = Record<string | number, unknown>;

/** Every place of `data` that holds something: what it is in, and under which key. */
function places(
  data: unknown,
  found: [Holder, string | number][] = [],
): [Holder, string | number][] {
  if (typeof data !== "object" || data === null || found.length > 400) return found;
  for (const key of Array.isArray(data) ? data.keys() : Object.keys(data)) {
    found.push([data as Holder, key]);
    places((data as Holder)[key], found);
  }
  return found;
}

/** A text with something hostile in it. */
function hostile(dice: Dice, text: string): string {
  const piece = dice.one(BREAKOUTS);
  const at = dice.number(text.length + 1);
  return dice.one([
    `${text}${piece}`,
    `${piece}${text}`,
    text.slice(0, at) + piece + text.slice(at),
  ]);
}

/** Changes one value, name or list of `data`. */
function changeData(dice: Dice, data: unknown): void {
  const all = places(data);
  if (all.length === 0) return;
  const [holder, key] = dice.one(all);
  const value = holder[key];
  const [other, otherKey] = dice.one(all);
  switch (dice.number(9)) {
    case 0:
    case 1:
    case 2:
      holder[key] = hostile(dice, typeof value === "string" ? value : "");
      break;
    case 3:
      holder[key] = structuredClone(dice.one(ODD));
      break;
    case 4:
      holder[key] = structuredClone(other[otherKey]);
      break;
    case 5:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      break;
    case 6:
      if (!Array.isArray(holder)) {
        const name = dice.once(3) ? hostile(dice, String(key)) : dice.one(NAMES);
        Object.defineProperty(holder, name, {
          value,
          enumerable: true,
          configurable: true,
          writable: true,
        });
        if (dice.once(2)) delete holder[key];
      } else holder.push(structuredClone(value));
      break;
    case 7:
      if (Array.isArray(value)) holder[key] = [...value, ...structuredClone(value)];
      else holder[key] = [value, structuredClone(value)];
      break;
    case 8:
      if (typeof value === "number") holder[key] = value + dice.one([-1, 1, 0.5, 1e6]);
      else if (typeof value === "string") {
        const at = dice.number(value.length + 1);
        holder[key] = value.slice(0, at) + dice.one(["", "0", "/", ":", ".", "-", " ", "A"]) +
          value.slice(at + dice.number(2));
      }
  }
}

/** Changes lines, words or characters of a file. */
function changeText(dice: Dice, text: string): string {
  const lines = text.split("\n");
  const at = dice.number(lines.length);
  const line = lines[at]!;
  const colon = line.indexOf(": ");
  switch (dice.number(8)) {
    case 0:
      lines.splice(at, 1);
      break;
    case 1:
      lines.splice(dice.number(lines.length), 0, line);
      break;
    case 2:
      lines[at] = dice.one(["  ", " ", "\t", "- ", ""]) + line.trimStart();
      break;
    case 3:
    case 4:
      lines[at] = colon < 0 ? dice.one(YAML) + line : line.slice(0, colon + 2) +
        dice.one(YAML) + (dice.once(2) ? line.slice(colon + 2) : "");
      break;
    case 5:
      lines.splice(at, 0, dice.one(YAML));
      break;
    case 6: {
      const where = dice.number(text.length + 1);
      const end = dice.once(4) ? where + dice.number(40) : where + dice.number(2);
      return text.slice(0, where) + dice.one([...YAML, ...BREAKOUTS, ""]) + text.slice(end);
    }
    case 7:
      return dice.once(8) ? text.slice(0, dice.number(text.length)) : text;
  }
  return lines.join("\n");
}

/** One description made from `data`, which is left as it was. */
export function mutated(dice: Dice, data: unknown): string {
  const copy = structuredClone(data);
  for (let turn = dice.number(4); turn > 0; turn--) changeData(dice, copy);
  let text: string;
  try {
    text = dice.once(3) ? JSON.stringify(copy, null, dice.one([0, 2])) : stringify(copy, {
      lineWidth: dice.one([0, 80]),
      defaultStringType: dice.one(["PLAIN", "QUOTE_DOUBLE", "QUOTE_SINGLE", "BLOCK_LITERAL"]),
      aliasDuplicateObjects: dice.once(2),
    });
  } catch {
    text = JSON.stringify(copy) ?? "";
  }
  for (let turn = dice.number(4); turn > 1; turn--) text = changeText(dice, text);
  return text;
}
