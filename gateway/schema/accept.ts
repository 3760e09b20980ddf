/**
 * The `accept` part of the schema.
 * @module
 */
import Type from "typebox";
import { CLOSED, text, words } from "./common.ts";
import { AGGRESSIVE, WEAK } from "../openbsd/transforms.ts";
import { LINE, NAME } from "./pattern.ts";

/** Weak choices that are accepted, with a reason. */
export const acceptSchema = Type.Array(
  Type.Object({
    tunnel: text(NAME, "Name of the tunnel."),
    weak: Type.Array(
      words([...WEAK.keys(), AGGRESSIVE], "A weak word of its phase1, phase2 or exchange."),
      { minItems: 1, description: "What is accepted, such as modp1536." },
    ),
    until: text(
      "^20[0-9]{2}-[01][0-9]-[0-3][0-9]$",
      "The last day, such as 2027-06-30; after it, check warns again.",
    ),
    because: text(LINE, "The reason, for those who read this later.", {
      minLength: 1,
      maxLength: 500,
    }),
  }, CLOSED),
  {
    description: "Weak choices of tunnels that are accepted without a warning until a date.",
    default: [],
  },
);
