/**
 * A pipeline of GitLab CI/CD.
 * @module
 */
import {
  type CiRequest,
  shellWords,
  SIGN_SECRET,
  unpackSecrets,
  workflowText,
} from "./workflow_text.ts";

/** The text of the pipeline, for `.gitlab-ci.yml`. */
export function gitlabPipeline(request: CiRequest): string {
  const { plan, source } = request;
  const clone = shellWords([source.ref, `https://github.com/${source.repository}.git`]);
  return workflowText("gitlab", request, {
    stages: ["check", ...(plan.bases.length > 0 ? ["base"] : []), "build"],
    default: {
      image: "debian:13",
      before_script: [
        "apt-get -qq update",
        "apt-get -qq install -y --no-install-recommends ca-certificates git npm >/dev/null",
        `git clone -q --depth 1 --branch ${clone} /opt/gatewright`,
        'export PATH="/opt/gatewright:$PATH" XDG_CACHE_HOME="$CI_PROJECT_DIR/.cache"',
      ],
    },
    check: {
      stage: "check",
      script: [`gatewright check --format junit ${shellWords(plan.files)} >junit.xml`],
      artifacts: { when: "always", reports: { junit: "junit.xml" } },
    },
    ...(plan.bases.length > 0 ? { base: baseJob(request) } : {}),
    build: buildJob(request),
  });
}

/** GitLab gives one cache to a job under a key; builds take what the job `base` has put there. */
function cache(policy: "pull" | "pull-push") {
  return { key: "$CACHE", paths: [".cache/gatewright"], policy };
}

function baseJob({ plan: { bases } }: CiRequest) {
  return {
    stage: "base",
    parallel: {
      matrix: bases.map(({ cache, release, arch, mirror = "", key = "" }) => ({
        CACHE: cache,
        RELEASE: release,
        ARCH: arch,
        MIRROR: mirror,
        KEY: key,
      })),
    },
    cache: cache("pull-push"),
    script: [
      'gatewright fetch "$RELEASE" --arch "$ARCH" ${MIRROR:+--mirror "$MIRROR"} ${KEY:+--key "$KEY"}',
    ],
  };
}

function buildJob({ plan, rehearse }: CiRequest) {
  const { builds, bases, secretFiles } = plan;
  return {
    stage: "build",
    // Under QEMU's own emulation where the runner has no /dev/kvm, which takes several times as long.
    timeout: "2h",
    rules: [{ if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }],
    parallel: {
      matrix: builds.map(({ gateway, file, cache }) => ({
        GATEWAY: gateway,
        FILE: file,
        CACHE: cache,
      })),
    },
    cache: cache(bases.length > 0 ? "pull" : "pull-push"),
    script: [
      ...(secretFiles.length === 0 ? [] : [unpackSecrets()]),
      "mkdir -p artifacts",
      `gatewright build "$FILE" --out "out/$GATEWAY"${
        rehearse ? " --rehearse" : ""
      } --json >"artifacts/$GATEWAY.build.json"`,
      // A variable of the kind "file" holds the path of a file with the value.
      `gatewright pack "out/$GATEWAY" \${${SIGN_SECRET}:+--key "$${SIGN_SECRET}"} --out artifacts`,
    ],
    artifacts: {
      name: "$GATEWAY",
      paths: ["artifacts/"],
      access: "developer",
      expire_in: "1 week",
    },
  };
}
