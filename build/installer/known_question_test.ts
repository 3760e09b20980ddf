import assert from "node:assert/strict";
import { fill } from "../../autoinstall/question.ts";
import { questionsOf } from "../../autoinstall/questions.ts";
import {
  answeredQuestion,
  asks,
  knownQuestion,
  unansweredError,
  waitingError,
} from "./known_question.ts";

const names = {
  if: "em0",
  user: "paul",
  set: "site79.tgz",
  sources: "cd0 disk http nfs",
  time: "now",
};

Deno.test("every question of every release is recognized, waiting and answered", () => {
  for (const release of [66, 67, 68, 69, 73, 75, 77, 79, 80]) {
    for (const question of questionsOf(release)) {
      const text = fill(question.text, names);
      assert.equal(knownQuestion(text, release)?.id !== undefined, true, text);
      assert(knownQuestion(`${text} [a default] `, release), text);
      const answered = answeredQuestion(`${text} [a default] an answer`);
      // Not all of them end in a question mark; the others are only looked at when they wait.
      if (answered) assert(knownQuestion(answered.question, release), text);
    }
  }
});

Deno.test("a question with another hint is the same question", () => {
  for (const hint of [" (hostname or 'done')", " (hostname, list#, 'done' or '?')", ""]) {
    assert.equal(knownQuestion(`HTTP Server?${hint}`, 79)?.id, "server");
  }
});

Deno.test("other questions, and those of other releases, are unknown", () => {
  for (const text of ["Which colour do you like?", "Terminal type", "x Terminal type? [y]"]) {
    assert.equal(knownQuestion(text, 79), undefined);
  }
  const old = "Default IPv4 route? (IPv4 address or none)";
  assert.equal(knownQuestion(old, 66)?.id, "route");
});

Deno.test("a question has the form of the installer's", () => {
  assert(asks("Start sshd(8) by default? [yes] "));
  assert(asks("Which disk? ('?' for details) [wd0]"));
  for (const text of ["syncing disks...", "Really (slow)", "what? ", "Is it? yes"]) {
    assert(!asks(text), text);
  }
});

Deno.test("each kind of question that ends an installation has its own words", () => {
  const said = [
    unansweredError("Terminal type?", 79),
    unansweredError("Which colour?", 79),
    unansweredError("Fetching of base79.tgz failed. Continue anyway?", 79),
    waitingError("Terminal type?", 79),
    waitingError("Which colour?", 79),
  ].map((error) => `${error.message} ${error.next}`);
  assert.equal(new Set(said).size, said.length);
});
