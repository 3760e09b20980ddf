/**
 * A pipeline of GitLab CI/CD.
 * @module
 */
import { BASE_FOLDER, type CiPlan } from "./plan.ts";
import {
  buildCommand,
  type CiRequest,
  hasBase,
  makeBase,
  shellWords,
  SIGN_SECRET,
  unpackSecrets,
  workflowText,
} from "./workflow_text.ts";

/** The text of the pipeline, for `.gitlab-ci.yml`. */
export function gitlabPipeline(request: CiRequest): string {
  const { plan, source } = request;
  const from = shellWords([`https://github.com/${source.repository}.git`, source.ref]);
  return workflowText("gitlab", request, {
    stages: ["check", ...(plan.bases.length > 0 ? ["base"] : []), "build"],
    default: {
      image: "debian:13",
      before_script: [
        "apt-get -qq update",
        "apt-get -qq install -y --no-install-recommends ca-certificates git npm >/dev/null",
        // git clone accepts a tag or a branch only.
        "git init -q /opt/gatewright",
        `git -C /opt/gatewright fetch -q --depth 1 ${from}`,
        "git -C /opt/gatewright checkout -q FETCH_HEAD",
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

/** In GitLab a job has one cache per key; builds use the one that the job `base` has filled. */
function cache(plan: CiPlan, policy: "pull" | "pull-push") {
  const paths = [".cache/gatewright", ...(hasBase(plan) ? [BASE_FOLDER] : [])];
  return { key: "$CACHE", paths, policy };
}

function baseJob({ plan }: CiRequest) {
  return {
    stage: "base",
    parallel: {
      matrix: plan.bases.map(({ cache, release, arch, mirror = "", key = "", base = "" }) => ({
        CACHE: cache,
        RELEASE: release,
        ARCH: arch,
        MIRROR: mirror,
        KEY: key,
        BASE: base,
      })),
    },
    cache: cache(plan, "pull-push"),
    script: [
      'gatewright fetch "$RELEASE" --arch "$ARCH" ${MIRROR:+--mirror "$MIRROR"} ${KEY:+--key "$KEY"}',
      ...(hasBase(plan) ? [makeBase()] : []),
    ],
  };
}

function buildJob(request: CiRequest) {
  const { plan } = request;
  const { builds, bases, secretFiles } = plan;
  return {
    stage: "build",
    // With QEMU's emulation if the runner has no /dev/kvm, which takes several times as long.
    timeout: "2h",
    rules: [{ if: "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH" }],
    parallel: {
      matrix: builds.map(({ gateway, file, cache, base }) => ({
        GATEWAY: gateway,
        FILE: file,
        CACHE: cache,
        BASE: base,
      })),
    },
    cache: cache(plan, bases.length > 0 ? "pull" : "pull-push"),
    script: [
      ...(secretFiles.length === 0 ? [] : [unpackSecrets()]),
      "mkdir -p artifacts",
      buildCommand(request),
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
