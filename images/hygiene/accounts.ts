/**
 * Checks accounts on the disk.
 * @module
 */
import type { HygieneCheck } from "./check.ts";
import type { FileTree } from "../disk/file_tree.ts";

/** A line of master.passwd(5). */
export interface Account {
  /** Login name. */
  name: string;
  /** The password field: a hash, `*` and the like for no password login, or empty. */
  password: string;
}

/** The accounts in /etc/master.passwd; invalid lines are skipped. */
export async function accountsOf(tree: FileTree): Promise<Account[]> {
  const text = await tree.text("/etc/master.passwd") ?? "";
  return text.split("\n").flatMap((line) => {
    const [name, password, ...rest] = line.split(":");
    return name && password !== undefined && rest.length >= 5 ? [{ name, password }] : [];
  });
}

/** Every account has a password, or none that can match. */
export const passwords: HygieneCheck = {
  name: "passwords",
  reason: "anyone could log in there without a password: on the console, and by su(1)",
  run: async ({ tree }) => ({
    problems: (await accountsOf(tree)).filter(({ password }) => password === "")
      .map(({ name }) => `${name} has an empty password field in /etc/master.passwd`),
  }),
};
