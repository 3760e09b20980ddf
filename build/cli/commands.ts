/**
 * The table of commands; each is loaded only when it is used.
 * @module
 */
import type { Command } from "./command.ts";

/** Commands by name, in the order of the help. */
export const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map(Object.entries({
  init: async () => (await import("./commands/init.ts")).init,
  check: async () => (await import("./commands/check.ts")).check,
  show: async () => (await import("./commands/show.ts")).show,
  render: async () => (await import("./commands/render.ts")).render,
  build: async () => (await import("./commands/build.ts")).build,
  base: async () => (await import("./commands/base.ts")).base,
  demo: async () => (await import("./commands/demo.ts")).demo,
  boot: async () => (await import("./commands/boot.ts")).boot,
  fetch: async () => (await import("./commands/fetch.ts")).fetch,
  cache: async () => (await import("./commands/cache.ts")).cache,
  explain: async () => (await import("./commands/explain.ts")).explain,
  schema: async () => (await import("./commands/schema.ts")).schema,
  inspect: async () => (await import("./commands/inspect.ts")).inspect,
  domain: async () => (await import("./commands/domain.ts")).domain,
  deploy: async () => (await import("./commands/deploy.ts")).deploy,
  trace: async () => (await import("./commands/trace.ts")).trace,
  status: async () => (await import("./commands/status.ts")).status,
  diff: async () => (await import("./commands/diff.ts")).diff,
  push: async () => (await import("./commands/push.ts")).push,
  perimeter: async () => (await import("./commands/perimeter.ts")).perimeter,
  "far-end": async () => (await import("./commands/far_end.ts")).farEnd,
  runbook: async () => (await import("./commands/runbook.ts")).runbook,
  key: async () => (await import("./commands/key.ts")).key,
  client: async () => (await import("./commands/client.ts")).client,
  migrate: async () => (await import("./commands/migrate.ts")).migrate,
  prove: async () => (await import("./commands/prove.ts")).prove,
  pack: async () => (await import("./commands/pack.ts")).pack,
  ci: async () => (await import("./commands/ci.ts")).ci,
  doctor: async () => (await import("./commands/doctor.ts")).doctor,
  completions: async () => (await import("./commands/completions.ts")).completions,
  man: async () => (await import("./commands/man.ts")).man,
}));

/** Loads all of them. */
export function allCommands(): Promise<Command[]> {
  return Promise.all(Array.from(COMMANDS.values(), (load) => load()));
}
