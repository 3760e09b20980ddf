/**
 * Parses the output of the script of query_script.ts.
 * @module
 */
import { Buffer } from "node:buffer";
import { GatewrightError } from "../../host/error.ts";

/** A file of a gateway. */
export interface RemoteFile {
  /** Permission bits. */
  mode: number;
  /** Owner (uid). */
  uid: number;
  /** Group (gid). */
  gid: number;
  /** Size in bytes. */
  size: number;
  /** SHA-256 in hexadecimal. */
  sha256: string;
  /** Content; undefined if it was not returned. */
  content?: Uint8Array;
}

/** The state of a gateway's files. */
export interface RemoteState {
  /** Release, as in `uname -r`. */
  release: string;
  /** Architecture, as in `uname -m`. */
  machine: string;
  /** The first boot is not finished. */
  firstBoot: boolean;
  /** Another push is waiting for confirmation. */
  busy: boolean;
  /** By path; missing files are left out. */
  files: ReadonlyMap<string, RemoteFile>;
  /** Paths that are not regular files. */
  others: ReadonlySet<string>;
  /** Files in folders that only Gatewright writes to. */
  found: readonly string[];
}

const FILE = /^file (\S+) ([0-7]{1,4}) (\d+) (\d+) (\d+) ([0-9a-f]{64})$/;

/**
 * Parses the output of the script.
 *
 * @param where name of the gateway in errors
 * @throws {GatewrightError} if it is truncated, or something else.
 */
export function readRemoteState(text: string, where: string): RemoteState {
  const lines = text.split("\n");
  const files = new Map<string, RemoteFile>();
  const words = new Map<string, string>();
  const others = new Set<string>();
  const found: string[] = [];
  const marks = new Set<string>();
  let current: RemoteFile | undefined;
  let base64: string[] = [];
  for (const line of lines) {
    const file = FILE.exec(line);
    const [word = "", rest = ""] = line.split(" ", 2);
    if (file) {
      const [, path, mode, uid, gid, size, sha256] = file;
      current = {
        mode: Number.parseInt(mode!, 8),
        uid: Number(uid),
        gid: Number(gid),
        size: Number(size),
        sha256: sha256!,
      };
      base64 = [];
      files.set(path!, current);
    } else if (line === ".") {
      if (current) current.content = new Uint8Array(Buffer.from(base64.join(""), "base64"));
      current = undefined;
    } else if (word === "other") others.add(rest);
    else if (word === "found") found.push(rest);
    else if (word === "release" || word === "machine") words.set(word, rest);
    else if (["busy", "first-boot", "end"].includes(line)) marks.add(line);
    else if (current && /^[A-Za-z0-9+/=]+$/.test(line)) base64.push(line);
  }
  if (!marks.has("end")) {
    throw new GatewrightError("the gateway did not list its files", {
      where,
      why: lines.find((line) => line.trim() !== "")?.slice(0, 200) ?? "it said nothing",
      next: "log in as root, or as a user whom doas.conf permits all without a password",
    });
  }
  return {
    release: words.get("release") ?? "",
    machine: words.get("machine") ?? "",
    firstBoot: marks.has("first-boot"),
    busy: marks.has("busy"),
    files,
    others,
    found,
  };
}
