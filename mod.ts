/**
 * The public API of Gatewright.
 * @module
 */
export { bootImage, type BootOptions, type BootResult } from "./build/boot_image.ts";
export { build, type BuildOptions, type BuildResult } from "./build/build.ts";
export { type RenderedGateway, renderGateway } from "./build/render.ts";
export { deployImage, type DeployOptions, type DeployResult } from "./images/deploy/deploy.ts";
export { inspectImage, type Inspection } from "./images/inspect.ts";
export { GatewrightError } from "./spec/error.ts";
export type { Gateway } from "./spec/gateway.ts";
export { type Loaded, loadGateway, parseGateway } from "./spec/load.ts";
export { type Problem, SpecError } from "./spec/problem.ts";
export { resolveSecrets, type Secrets } from "./spec/secrets.ts";
