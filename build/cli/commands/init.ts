/**
 * `gatewright init`: makes the description of a new gateway, with its secrets.
 * @module
 */
import { EXIT, GatewrightError } from "../../../host/error.ts";
import { wrongKey } from "../../../gateway/ssh_key.ts";
import { type Command, type Context, type Flag, JSON_FLAG } from "../command.ts";
import { answerFault } from "../init/filled.ts";
import type { Kind, Question } from "../init/kind.ts";
import { KINDS, QUESTION_FLAGS } from "../init/kinds.ts";
import { makeFolder } from "../init/new_folder.ts";
import { usageError } from "../usage.ts";
import { shownWord } from "../../../host/shell_word.ts";

const lower = (text: string) => text[0]!.toLowerCase() + text.slice(1);

const QUESTIONS: Flag[] = [...QUESTION_FLAGS.values()].reverse().map(({ flag, text, form }) => ({
  name: flag,
  value: form === "prefixed" ? "ADDRESS/LENGTH" : form.toUpperCase(),
  summary: lower(text),
}));

/** Usual public key files, the best first. */
const KEYS = ["id_ed25519.pub", "id_ecdsa.pub", "id_rsa.pub"];

/** The administrator's public key; undefined if none is given or found. */
async function publicKey({ flags }: Context): Promise<string | undefined> {
  if (typeof flags.key === "string") return await readKey(flags.key);
  const home = Deno.env.get("HOME");
  for (const name of home ? KEYS : []) {
    const path = `${home}/.ssh/${name}`;
    if (await Deno.stat(path).then(() => true, () => false)) return await readKey(path);
  }
  return undefined;
}

async function readKey(path: string): Promise<string> {
  const text = await Deno.readTextFile(path).catch((cause) => {
    throw new GatewrightError("the public key cannot be read", {
      where: path,
      why: cause instanceof Error ? cause.message : String(cause),
      next: "name a file such as ~/.ssh/id_ed25519.pub",
    });
  });
  const line = text.split("\n").find((one) => one.trim() !== "")?.trim() ?? "";
  const fault = wrongKey(line) ?? (/["\\$`]/.test(line) ? "it holds quotes" : undefined);
  if (fault === undefined && !text.includes("PRIVATE KEY")) return line;
  throw new GatewrightError("this is not a public key of ssh", {
    where: path,
    ...(fault === undefined ? {} : { why: fault }),
    next: "name a file such as ~/.ssh/id_ed25519.pub; ssh-keygen makes one",
  });
}

/** Asks until the answer is valid; the default if there is no terminal. */
function answerTo(question: Question, { flags, answer, note }: Context): string {
  const given = flags[question.flag];
  if (typeof given === "string") {
    const fault = answerFault(question, given);
    if (fault) throw usageError(`--${question.flag} ${given} ${fault}`, init);
    return given;
  }
  if (!answer) return question.initial;
  for (;;) {
    const said = answer(question.text, question.initial).trim() || question.initial;
    const fault = answerFault(question, said);
    if (!fault) return said;
    note(`${said} ${fault}`);
  }
}

function kindOf({ flags, answer, note }: Context): Kind {
  const names = [...KINDS.keys()];
  if (typeof flags.kind === "string") {
    const kind = KINDS.get(flags.kind);
    if (!kind) {
      throw usageError(`unknown kind ${flags.kind}; give ${names.join(", ")}`, init);
    }
    return kind;
  }
  if (!answer) return KINDS.get("site")!;
  for (const { name, summary } of KINDS.values()) note(`  ${name.padEnd(8)} ${summary}`);
  for (;;) {
    const kind = KINDS.get(answer("Which kind", "site").trim());
    if (kind) return kind;
    note(`give ${names.slice(0, -1).join(", ")} or ${names.at(-1)}`);
  }
}

/** What to type next, one command per line. */
function next(descriptions: readonly string[], login: string): string[] {
  const files = descriptions.map(shownWord).join(" ");
  const first = shownWord(descriptions[0]!);
  const steps: [string, string][] = [
    [`gatewright build ${first} --rehearse`, "the whole way, without OpenBSD"],
    [`gatewright build ${first}`, `the disk; ssh ${login}@... once it runs`],
    ["gatewright explain", "the fields of a description"],
  ];
  const width = Math.max(...steps.map(([command]) => command.length));
  return [
    "next:",
    `  gatewright check ${files}`,
    ...steps.map(([command, what]) => `  ${command.padEnd(width)}   # ${what}`),
  ];
}

/** The command. */
export const init: Command = {
  name: "init",
  usage: `[DIR] [--kind ${[...KINDS.keys()].join("|")}] [--key FILE] ${
    QUESTIONS.map(({ name, value }) => `[--${name} ${value}]`).join(" ")
  } [--json]`,
  example: "gatewright init hq --kind site",
  flags: [
    {
      name: "kind",
      value: [...KINDS.keys()].join("|"),
      summary: "kind of the description; default site",
    },
    { name: "key", value: "FILE", summary: "public ssh key of the administrator" },
    ...QUESTIONS,
    JSON_FLAG,
  ],
  async run(context) {
    const { words, flags, json, signal, print, note } = context;
    const [folder = ".", ...more] = words;
    if (more.length > 0) throw usageError(`unexpected word ${more[0]}`, init);
    const kind = kindOf(context);
    const asked = new Set(kind.questions.map(({ flag }) => flag));
    const odd = [...QUESTION_FLAGS.keys()].find((flag) => flags[flag] && !asked.has(flag));
    if (odd) throw usageError(`--${odd} does not apply to --kind ${kind.name}`, init);
    const answers = new Map(kind.questions.map((one) => [one.flag, answerTo(one, context)]));
    const key = await publicKey(context);
    const made = await makeFolder({ folder, kind, answers, key, signal });
    if (json) {
      print(JSON.stringify({ kind: kind.name, ...made }));
      return EXIT.done;
    }
    for (const path of [...made.descriptions, ...made.others]) print(path);
    if (key === undefined) {
      note("no public ssh key was found: add yours to access.users, or nobody can log in");
    }
    for (const line of next(made.descriptions, answers.get("user")!)) note(line);
    return EXIT.done;
  },
};
