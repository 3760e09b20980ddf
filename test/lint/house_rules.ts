/**
 * The house rules, as a plugin of `deno lint`: what reviewers would otherwise have to say again and
 * again. Each message says what to do instead. CONTRIBUTING.md has the reasons.
 * @module
 */

import { flags } from "./flags.ts";

const ROOT = new URL("../../", import.meta.url).pathname;

/** Rooms that a room may import, besides itself: data flows one way. `build` and `test` may import all. */
const MAY_IMPORT: Record<string, readonly string[]> = {
  host: [],
  gateway: ["host"],
  site: ["host", "gateway"],
  autoinstall: ["host", "gateway"],
  images: ["host", "gateway", "site", "autoinstall"],
};

/** Rooms whose functions only turn data into text. */
const PURE = ["site", "autoinstall"];

const MAX_LINES = 400;

/** The file as `build/cli/main.ts`. */
function pathOf(context: Deno.lint.RuleContext): string {
  const { filename } = context;
  return filename.startsWith(ROOT) ? filename.slice(ROOT.length) : filename;
}

const roomOf = (path: string) => path.split("/")[0]!;

/** Tests, benchmarks and their helpers may print, wait and do I/O. */
const isTest = (path: string) =>
  roomOf(path) === "test" || /(_test|_bench|\/testing)\.ts$/.test(path);

/** Rules that hold everywhere but in tests. */
function source(
  create: (context: Deno.lint.RuleContext, path: string) => Deno.lint.LintVisitor,
): Deno.lint.Rule {
  return {
    create(context) {
      const path = pathOf(context);
      return isTest(path) || path.endsWith(".d.ts") ? {} : create(context, path);
    },
  };
}

/** `Deno.exit` as text, for a member of a global. */
function member(node: Deno.lint.MemberExpression): string {
  if (node.object.type !== "Identifier" || node.property.type !== "Identifier") return "";
  return `${node.object.name}.${node.property.name}`;
}

/** A local named `console` (the guest's serial console) has other methods. */
const PRINTS =
  /^(console\.(log|error|warn|info|debug|dir|table|trace|group|time)|(Deno|process)\.std(in|out|err))$/;

const output = source((context, path) => {
  const door = path === "build/cli/terminal.ts";
  const asksWhetherTerminal = ({ parent }: Deno.lint.MemberExpression) =>
    parent.type === "MemberExpression" && parent.property.type === "Identifier" &&
    parent.property.name === "isTerminal" && path.startsWith("build/cli/");
  return {
    MemberExpression(node) {
      const name = member(node);
      if (/^(Deno\.exit|process\.exit)(Code)?$/.test(name) && path !== "build/cli/main.ts") {
        context.report({
          node,
          message: `${name}: only build/cli/main.ts ends the program`,
          hint: "Throw a GatewrightError; its kind decides the exit code.",
        });
      } else if (!door && PRINTS.test(name) && !asksWhetherTerminal(node)) {
        context.report({
          node,
          message: `${name}: only build/cli/terminal.ts prints and reads the terminal`,
          hint: "A command has print() and note(); all else returns results or calls onEvent.",
        });
      }
    },
    CallExpression(node) {
      if (node.callee.type !== "Identifier" || door) return;
      if (!["prompt", "confirm", "alert"].includes(node.callee.name)) return;
      context.report({
        node,
        message: `${node.callee.name}(): only build/cli/terminal.ts asks`,
        hint: "A command has ask(); all else takes a callback, such as DeployOptions.confirm.",
      });
    },
  };
});

const direction = source((context, path) => {
  const room = roomOf(path);
  const allowed = MAY_IMPORT[room];
  if (!allowed) return {};
  const visit = (node: Deno.lint.Node, from: Deno.lint.Node | null) => {
    if (from?.type !== "Literal" || typeof from.value !== "string" || !from.value.startsWith(".")) {
      return;
    }
    const target = new URL(from.value, `file:///${path}`).pathname.slice(1);
    const other = roomOf(target);
    if (other === room || allowed.includes(other)) return;
    context.report({
      node,
      message:
        `${room}/ must not import ${target}: data flows host -> gateway -> site, autoinstall -> images -> build`,
      hint: `Move what both need to ${allowed.at(-1) ?? "host"}/, or pass it in as an argument.`,
    });
  };
  return {
    ImportDeclaration: (node) => visit(node, node.source),
    ExportNamedDeclaration: (node) => visit(node, node.source),
    ExportAllDeclaration: (node) => visit(node, node.source),
    ImportExpression: (node) => visit(node, node.source),
  };
});

const pure = source((context, path) => {
  const room = roomOf(path);
  if (!PURE.includes(room)) return {};
  const report = (node: Deno.lint.Node, what: string) =>
    context.report({
      node,
      message:
        `${what}: ${room}/ renders, and a renderer gives the same text on every day and host`,
      hint:
        "Take what is needed as an argument; files, programs and clocks belong to build/ or host/.",
    });
  return {
    MemberExpression(node) {
      const name = member(node);
      if (/^(Deno\.|Date\.now$|Math\.random$|crypto\.(random|get))/.test(name)) report(node, name);
    },
    CallExpression(node) {
      if (node.callee.type === "Identifier" && node.callee.name === "fetch") {
        report(node, "fetch()");
      }
    },
    NewExpression(node) {
      if (
        node.callee.type === "Identifier" && node.callee.name === "Date" &&
        node.arguments.length === 0
      ) report(node, "new Date()");
    },
    ImportDeclaration(node) {
      if (/^node:(fs|net|http|https|child_process|os|process|dns)/.test(node.source.value)) {
        report(node, node.source.value);
      }
    },
  };
});

/** Whether `text` calls or hands on `name`. */
const mentions = (text: string, name: string) =>
  new RegExp(`(?<![\\w.$])${name.replaceAll("$", "\\$")}(?![\\w$])`).test(text);

const sleep = source((context) => ({
  CallExpression(node) {
    if (node.callee.type !== "Identifier" || node.callee.name !== "setTimeout") return;
    for (const outer of context.sourceCode.getAncestors(node)) {
      if (outer.type !== "NewExpression" || outer.callee.type !== "Identifier") continue;
      const [executor] = outer.arguments;
      if (outer.callee.name !== "Promise" || executor?.type !== "ArrowFunctionExpression") continue;
      const [resolve] = executor.params;
      const [callback] = node.arguments;
      if (resolve?.type !== "Identifier" || !callback) continue;
      if (!mentions(context.sourceCode.getText(callback), resolve.name)) continue;
      context.report({
        node,
        message: "a promise that only waits: too short on a slow host, wasted time on a fast one",
        hint:
          "Wait for the thing itself: a status, a byte, a file, an event, an AbortSignal.timeout.",
      });
    }
  },
  ImportDeclaration(node) {
    if (!/^node:timers\/promises$|^@std\/async\/delay$/.test(node.source.value)) return;
    context.report({
      node,
      message: `${node.source.value} is there to sleep`,
      hint:
        "Wait for the thing itself: a status, a byte, a file, an event, an AbortSignal.timeout.",
    });
  },
}));

/** Functions longer than this many lines are split into parts with names of their own. */
const MAX_FUNCTION_LINES = 70;

/** Files with a longer function, and why it stays whole. */
const LONG_FUNCTIONS = new Map([
  ["build/cli/man_page.ts", "one text, read from top to end"],
  ["site/shell/install_site.ts", "one script, read from top to end"],
]);

const functionLength = source((context, path) => {
  if (LONG_FUNCTIONS.has(path)) return {};
  const visit = (node: Deno.lint.FunctionDeclaration | Deno.lint.FunctionExpression) => {
    const lines = context.sourceCode.getText(node).split("\n").length;
    if (lines <= MAX_FUNCTION_LINES) return;
    context.report({
      range: [node.range[0], node.range[0]],
      message: `a function of ${lines} lines; at most ${MAX_FUNCTION_LINES}`,
      hint: "Move a part with a name of its own into a function of that name.",
    });
  };
  return {
    FunctionDeclaration: (node) => visit(node),
    FunctionExpression: (node) => visit(node),
  };
});

const programs = source((context, path) => {
  if (path.startsWith("host/")) return {};
  const report = (node: Deno.lint.Node, what: string) =>
    context.report({
      node,
      message: `${what}: only host/ starts programs`,
      hint: "Use run() of host/run.ts, or startProgram() where input or output is streamed.",
    });
  return {
    MemberExpression(node) {
      if (member(node) === "Deno.Command") report(node, "Deno.Command");
    },
    ImportDeclaration(node) {
      if (/^(zx|node:child_process)$/.test(node.source.value)) report(node, node.source.value);
    },
    ImportExpression(node) {
      const from = node.source;
      if (from.type === "Literal" && /^(zx|node:child_process)$/.test(String(from.value))) {
        report(node, String(from.value));
      }
    },
  };
});

/** What a killed process leaves must be found by the next one. */
const temporary = source((context) => ({
  MemberExpression(node) {
    if (!/^Deno\.makeTemp/.test(member(node))) return;
    context.report({
      node,
      message: `${member(node)}: nobody removes it where this process is killed`,
      hint: "Use temporaryFolder() of host/host_error.ts, ownFolder() or ownFile().",
    });
  },
}));

const LOOKUP_HINT =
  "Keep it in a Map; read JSON and YAML with own() (host/own.ts); ask Object.hasOwn().";

/** Of a plain object, what every object inherits is found too: `constructor`, `toString`, `__proto__`. */
const lookup = source((context, path) => ({
  TSTypeReference(node) {
    if (node.typeName.type !== "Identifier" || node.typeName.name !== "Record") return;
    // What satisfies it keeps its own names, and no others can be asked for.
    if (node.parent.type === "TSSatisfiesExpression") return;
    const [key, value] = node.typeArguments?.params ?? [];
    if (key?.type !== "TSStringKeyword" || value?.type === "TSUnknownKeyword") return;
    context.report({
      node,
      message: "an object with any names: constructor and toString are found in it too",
      hint: LOOKUP_HINT,
    });
  },
  BinaryExpression(node) {
    if (node.operator !== "in" || /^(Literal|PrivateIdentifier)$/.test(node.left.type)) return;
    context.report({
      node,
      message: "`in` finds what every object inherits: constructor and toString too",
      hint: LOOKUP_HINT,
    });
  },
  ForInStatement(node) {
    context.report({ node, message: "for-in walks what is inherited too", hint: LOOKUP_HINT });
  },
  MemberExpression(node) {
    if (path === "host/own.ts" || !node.computed || node.property.type === "Literal") return;
    const { object } = node;
    if (object.type !== "TSAsExpression" || node.parent.type === "AssignmentExpression") return;
    if (!/^Record<string|: string\]/.test(context.sourceCode.getText(object.typeAnnotation))) {
      return;
    }
    context.report({
      node,
      message: "a name that comes from elsewhere, looked up in a plain object",
      hint: LOOKUP_HINT,
    });
  },
}));

const length: Deno.lint.Rule = {
  create(context) {
    return {
      Program(node) {
        const lines = context.sourceCode.text.trimEnd().split("\n").length;
        if (lines <= MAX_LINES) return;
        context.report({
          range: [node.range[0], node.range[0]],
          message: `${lines} lines; at most ${MAX_LINES} fit into a head`,
          hint: "Move a part with a name of its own into a file of that name.",
        });
      },
    };
  },
};

const moduleDoc = source((context) => ({
  Program(node) {
    const text = context.sourceCode.text.replace(/^#!.*\n/, "").trimStart();
    const head = /^\/\*\*[^]*?\*\//.exec(text)?.[0] ?? "";
    if (/^ \* @module$/m.test(head)) return;
    context.report({
      range: [node.range[0], node.range[0]],
      message: "the file does not say what it is for",
      hint: "Begin it with /** one sentence, then a line ` * @module` */.",
    });
  },
}));

const exportedDoc = source((context) => ({
  ExportNamedDeclaration(node) {
    const { declaration } = node;
    if (!declaration) return;
    const before = context.sourceCode.getCommentsBefore(node).at(-1);
    if (before?.type === "Block" && /^\*(?![^]*@module)/.test(before.value)) return;
    const name = "id" in declaration && declaration.id?.type === "Identifier"
      ? declaration.id.name
      : "this export";
    context.report({
      node,
      message: `${name} has no doc comment`,
      hint: "Say what it gives, in which unit, and what it throws: /** ... */.",
    });
  },
}));

/** The plugin, named in deno.json. */
const plugin: Deno.lint.Plugin = {
  name: "house",
  rules: {
    output,
    direction,
    pure,
    sleep,
    lookup,
    length,
    programs,
    flags: source(flags),
    temporary,
    "function-length": functionLength,
    "module-doc": moduleDoc,
    "exported-doc": exportedDoc,
  },
};
export default plugin;
