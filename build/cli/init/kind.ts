/**
 * The kinds of gateways of `gatewright init`: an example of the project, and questions.
 * @module
 */

/** One question. */
export interface Question {
  /** Name of the flag for the answer. */
  flag: string;
  /** Text of the question. */
  text: string;
  /** The value in the example, which is the default. */
  initial: string;
  /** Syntax of an answer. */
  form: keyof typeof FORMS;
  /** Words of the example that depend on the answer: the word, and how to derive it. */
  derived?: readonly [string, (answer: string) => string][];
}

/** The syntax of answers: a pattern, and its description. */
export const FORMS = {
  host: [/^[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/, "a host name such as vpn1.example.net"],
  prefixed: [/^[0-9.]+\/[0-9]{1,2}$/, "an address with its prefix length, such as 10.0.0.1/24"],
  network: [/^[0-9.]+\/[0-9]{1,2}$/, "a network such as 10.0.10.0/24"],
  address: [/^[0-9.]+$/, "an address such as 10.0.0.1"],
  peer: [/^[A-Za-z0-9:][A-Za-z0-9.:-]*$/, "an address or a host name"],
  name: [/^[A-Za-z0-9][A-Za-z0-9_-]{0,30}$/, "a name of letters, digits, _ and -"],
  login: [/^[a-z][a-z0-9_-]{0,30}$/, "a login name of lower-case letters and digits"],
  disk: [/^\/[A-Za-z0-9_.@/+-]+$/, "the path of a volume or a file, such as /dev/vg0/vpn-server"],
} as const satisfies { [form: string]: readonly [RegExp, string] };

/** A kind of gateway. */
export interface Kind {
  /** Value of `--kind`. */
  name: string;
  /** One line for the help. */
  summary: string;
  /** Files below `examples/`; descriptions of gateways come last. */
  files: readonly string[];
  /** How many of the last files are descriptions of gateways. */
  gateways: number;
  /** Questions, in order. */
  questions: readonly Question[];
}
