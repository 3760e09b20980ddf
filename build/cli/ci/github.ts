/**
 * A workflow of GitHub Actions.
 * @module
 */
import { BASE_FOLDER, type CiPlan } from "./plan.ts";
import {
  buildCommand,
  type CiRequest,
  FILES_SECRET,
  hasBase,
  makeBase,
  PASSPHRASE_SECRET,
  shellWords,
  SIGN_SECRET,
  unpackSecrets,
  workflowText,
} from "./workflow_text.ts";

/** GitHub's own actions, with the versions that the workflow was written for. */
const ACTIONS = {
  checkout: "actions/checkout@v4",
  cache: "actions/cache@v4",
  restore: "actions/cache/restore@v4",
  upload: "actions/upload-artifact@v4",
  sarif: "github/codeql-action/upload-sarif@v3",
};

const RUNNER = { "runs-on": "ubuntu-latest" };

/** Folders for actions/cache: downloads, and the base. */
function cached(plan: CiPlan): string {
  return ["~/.cache/gatewright", ...(hasBase(plan) ? [BASE_FOLDER] : [])].join("\n");
}

/** The text of the workflow, for `.github/workflows/`. */
export function githubWorkflow(request: CiRequest): string {
  const { plan, source } = request;
  const begin = [
    { uses: ACTIONS.checkout },
    { uses: `${source.repository}@${source.ref}` },
  ];
  return workflowText("github", request, {
    name: "gateways",
    on: { push: { branches: ["main", "master"] }, pull_request: {}, workflow_dispatch: {} },
    permissions: { contents: "read" },
    jobs: {
      check: checkJob(plan, begin),
      ...(plan.bases.length > 0 ? { base: baseJob(plan, begin) } : {}),
      build: buildJob(request, begin),
    },
  });
}

function checkJob({ files }: CiPlan, begin: readonly object[]) {
  const named = shellWords(files);
  return {
    ...RUNNER,
    permissions: { contents: "read", "security-events": "write" },
    "timeout-minutes": 20,
    steps: [
      ...begin,
      { name: "Check the descriptions", run: `gatewright check --format github ${named}` },
      {
        name: "Write what is wrong as SARIF",
        if: "always()",
        run:
          `gatewright check --format sarif ${named} >gatewright.sarif || test -s gatewright.sarif`,
      },
      {
        if: "always()",
        uses: ACTIONS.sarif,
        // Code scanning is not available for every repository.
        "continue-on-error": true,
        with: { sarif_file: "gatewright.sarif", category: "gatewright" },
      },
    ],
  };
}

function baseJob(plan: CiPlan, begin: readonly object[]) {
  const { bases } = plan;
  // Only what a base of this matrix has: an expression for a missing key would be an error.
  const more = (["mirror", "key", "base"] as const).filter((name) =>
    bases.some((base) => base[name])
  );
  const include = bases.map((base) => ({
    ...base,
    ...Object.fromEntries(more.map((name) => [name, base[name] ?? ""])),
  }));
  const variable = (name: string) => [name.toUpperCase(), `\${{ matrix.${name} }}`];
  const options = more.filter((name) => name !== "base");
  const option = (name: string) => ` \${${name.toUpperCase()}:+--${name} "$${name.toUpperCase()}"}`;
  return {
    ...RUNNER,
    needs: "check",
    "timeout-minutes": 60,
    strategy: { matrix: { include } },
    steps: [
      ...begin,
      { uses: ACTIONS.cache, with: { path: cached(plan), key: "${{ matrix.cache }}" } },
      {
        name: more.includes("base") ? "Get the release, install the base" : "Get the release",
        env: Object.fromEntries(["release", "arch", ...more].map(variable)),
        run: [
          `gatewright fetch "$RELEASE" --arch "$ARCH"${options.map(option).join("")}`,
          ...(more.includes("base") ? [makeBase()] : []),
        ].join("\n"),
      },
    ],
  };
}

const SAME_REPOSITORY =
  "github.event_name != 'pull_request' || github.event.pull_request.head.repo.full_name == github.repository";

function buildJob(request: CiRequest, begin: readonly object[]) {
  const { plan, rehearse } = request;
  const { builds, bases, variables, secretFiles } = plan;
  const include = hasBase(plan) ? builds : builds.map(({ base: _, ...build }) => build);
  const secret = (name: string) => `\${{ secrets.${name} }}`;
  return {
    ...RUNNER,
    needs: bases.length > 0 ? "base" : "check",
    // A pull request from a fork gets no secrets; others should not produce a usable disk either.
    if: rehearse ? SAME_REPOSITORY : "github.event_name != 'pull_request'",
    "timeout-minutes": 120,
    strategy: { "fail-fast": false, matrix: { include } },
    env: {
      GATEWAY: "${{ matrix.gateway }}",
      FILE: "${{ matrix.file }}",
      ...(hasBase(plan) ? { BASE: "${{ matrix.base }}" } : {}),
    },
    steps: [
      ...begin,
      {
        uses: bases.length > 0 ? ACTIONS.restore : ACTIONS.cache,
        with: { path: cached(plan), key: "${{ matrix.cache }}" },
      },
      ...(secretFiles.length === 0 ? [] : [{
        name: "Put the secrets in their places",
        env: { [FILES_SECRET]: secret(FILES_SECRET) },
        run: unpackSecrets(),
      }]),
      {
        name: "Build the disk",
        ...(variables.length === 0
          ? {}
          : { env: Object.fromEntries(variables.map((name) => [name, secret(name)])) }),
        run: `mkdir -p artifacts\n${buildCommand(request)}`,
      },
      {
        name: "Pack and sign it",
        env: {
          [SIGN_SECRET]: secret(SIGN_SECRET),
          [PASSPHRASE_SECRET]: secret(PASSPHRASE_SECRET),
        },
        run: [
          `trap 'rm -f "$RUNNER_TEMP/ci.sec"' EXIT`,
          `if [ -n "$${SIGN_SECRET}" ]; then`,
          `  (umask 077; printf '%s\\n' "$${SIGN_SECRET}" >"$RUNNER_TEMP/ci.sec")`,
          "fi",
          `gatewright pack "out/$GATEWAY" \${${SIGN_SECRET}:+--key "$RUNNER_TEMP/ci.sec"} --out artifacts`,
        ].join("\n"),
      },
      {
        uses: ACTIONS.upload,
        with: {
          name: "${{ matrix.gateway }}",
          path: "artifacts/",
          "if-no-files-found": "error",
          "retention-days": 7,
        },
      },
    ],
  };
}
