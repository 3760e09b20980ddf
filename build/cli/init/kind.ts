/**
 * A kind of gateway that `gatewright init` makes: an example of the project, and what is asked of it.
 * @module
 */

/** One thing that differs from gateway to gateway. */
export interface Question {
  /** Name of the flag that answers it. */
  flag: string;
  /** What a person is asked. */
  text: string;
  /** What the example has, and what is taken where nobody says anything. */
  initial: string;
  /** What an answer must look like. */
  form: keyof typeof FORMS;
  /** Words of the example that follow from the answer: what the example has, and how it is made. */
  derived?: readonly [string, (answer: string) => string][];
}

/** What answers look like: a pattern, and its words. */
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
  /** The word for `--kind`. */
  name: string;
  /** One line for people. */
  summary: string;
  /** Files below `examples/`; the last of them describe gateways. */
  files: readonly string[];
  /** How many of the last files describe a gateway each. */
  gateways: number;
  /** What is asked, in this order. */
  questions: readonly Question[];
}
