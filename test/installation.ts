/**
 * An installation as its console showed it, brought down to what must be the same for OpenBSD's
 * installer and for the stand-in of a rehearsal: questions with their answers, sets, closing lines.
 * @module
 */
import { questionsIn } from "./installer_transcript.ts";

/** Lines that tell what is done, besides questions. */
const TOLD =
  /^(Performing|Available|No valid|Setting|Fetching file|Let's|Signature|Saving|Making|Multiprocessor|Relinking|gatewright:|CONGRATULATIONS|rebooting)/;

/** One line for each question, set and step, from the first question to the end. */
export function installation(log: string): string[] {
  const lines = log.split("\n").map((line) => line.split("\r").at(-1)!.trimEnd());
  const start = lines.findIndex((line) => line.startsWith("Performing non-interactive"));
  return lines.slice(start).flatMap((line) => {
    const set = /^(Get\/Verify|Installing|Extracting) (\S+)\s+100%/.exec(line);
    if (set) return [`${set[1]} ${set[2]}`];
    const [asked] = TOLD.test(line) ? [] : questionsIn(line);
    if (asked) {
      const answer = asked.answer.replace(/^(http:\/\/10\.0\.2\.2):\d+$/, "$1");
      return [`${asked.text} [${asked.default}] ${answer}`];
    }
    return TOLD.test(line) ? [line] : [];
  });
}
