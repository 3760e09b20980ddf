/**
 * The rooms of the project and the arrows between them, measured from the imports, and
 * ARCHITECTURE.md made from both. `deno task architecture` writes it anew; a test fails while it is
 * stale.
 * @module
 */
import { entries, type Imports, importsOf } from "./imports.ts";

/** For each room, the rooms that it imports. */
export type Rooms = Map<string, Set<string>>;

/** The room of a file: its first two folders; `.` for the top. */
const roomOf = (file: string) => file.split("/").slice(0, -1).slice(0, 2).join("/") || ".";

/** All imports of the source, lazy ones included. */
export async function sourceImports(): Promise<Imports> {
  const all: Imports = new Map();
  for (const entry of entries()) {
    for (const [file, targets] of await importsOf(entry, { dynamic: true })) {
      all.set(file, [...new Set([...all.get(file) ?? [], ...targets])]);
    }
  }
  return all;
}

/** The rooms of `imports` and the arrows between them. */
export function roomsOf(imports: Imports): Rooms {
  const rooms: Rooms = new Map();
  for (const [file, targets] of imports) {
    const room = roomOf(file);
    const arrows = rooms.get(room) ?? new Set();
    rooms.set(room, arrows);
    for (const other of targets.map(roomOf)) if (other !== room) arrows.add(other);
  }
  return rooms;
}

/** A room's height: above all that it imports. Rooms in a cycle have none. */
function floors(rooms: Rooms): Map<string, number> {
  const floor = new Map<string, number>();
  for (let again = true; again;) {
    again = false;
    for (const [room, arrows] of rooms) {
      const below = [...arrows].map((one) => floor.get(one));
      if (floor.has(room) || below.includes(undefined)) continue;
      floor.set(room, Math.max(-1, ...below as number[]) + 1);
      again = true;
    }
  }
  return floor;
}

/** Arrows that others imply are left out of the drawing. */
function direct(rooms: Rooms, room: string): string[] {
  const reach = (from: string, seen = new Set<string>()): Set<string> => {
    for (const one of rooms.get(from) ?? []) {
      if (!seen.has(one)) reach(one, seen.add(one));
    }
    return seen;
  };
  const arrows = [...rooms.get(room)!];
  return arrows.filter((one) => !arrows.some((other) => other !== one && reach(other).has(one)))
    .sort();
}

/** The drawing: the rooms by floor, and a graph of the arrows that no others imply. */
export function drawRooms(imports: Imports): string {
  const rooms = roomsOf(imports);
  const floor = floors(rooms);
  const highest = Math.max(...floor.values());
  const name = (room: string) => room === "." ? "mod.ts" : `${room}/`;
  const lines = ["| floor | rooms |", "| --- | --- |"];
  for (let at = highest; at >= 0; at--) {
    const here = [...floor].filter(([, one]) => one === at).map(([room]) => `\`${name(room)}\``);
    lines.push(`| ${at} | ${here.sort().join(", ")} |`);
  }
  lines.push("", "```mermaid", "graph TD");
  for (const room of [...rooms.keys()].sort()) {
    for (const other of direct(rooms, room)) {
      const id = (one: string) => `${one.replaceAll(/\W/g, "_")}["${name(one)}"]`;
      lines.push(`  ${id(room)} --> ${id(other)}`);
    }
  }
  return [...lines, "```"].join("\n");
}

/** `text` with the drawing in the place that is marked for it. */
export function withDrawing(text: string, drawing: string): string {
  return text.replace(
    /(?<=<!-- rooms: begin -->)[^]*(?=<!-- rooms: end -->)/,
    () => `\n\n${drawing}\n\n`,
  );
}

if (import.meta.main) {
  const file = new URL("../../ARCHITECTURE.md", import.meta.url);
  const drawing = drawRooms(await sourceImports());
  await Deno.writeTextFile(file, withDrawing(await Deno.readTextFile(file), drawing));
}
