/**
 * Names of CPU models of libvirt and QEMU on x86 (libvirt's `cpu_map`, `qemu -cpu help`).
 * @module
 */

/** Values that are not models. */
const MODES = ["host-passthrough", "host-model"];

/** Models, without the {@linkcode SUFFIXES}. */
const MODELS = [
  ...["486", "pentium", "pentium2", "pentium3", "pentiumpro", "coreduo", "core2duo", "n270"],
  ...["athlon", "phenom", "qemu32", "qemu64", "kvm32", "kvm64", "cpu64-rhel5", "cpu64-rhel6"],
  ...["Conroe", "Penryn", "Nehalem", "Westmere", "SandyBridge", "IvyBridge", "Haswell"],
  ...["Broadwell", "Skylake-Client", "Skylake-Server", "Cascadelake-Server", "Cooperlake"],
  ...["Icelake-Client", "Icelake-Server", "SapphireRapids", "EmeraldRapids", "GraniteRapids"],
  ...["DiamondRapids", "SierraForest", "ClearwaterForest", "Snowridge", "Denverton"],
  ...["KnightsMill", "Opteron_G1", "Opteron_G2", "Opteron_G3", "Opteron_G4", "Opteron_G5"],
  ...["EPYC", "EPYC-Rome", "EPYC-Milan", "EPYC-Genoa", "EPYC-Turin", "Dhyana", "YongFeng"],
];

/** Suffixes of variants of a model, in the order in which they are written. */
const SUFFIXES = /(-noTSX)?(-IBRS|-IBPB)?(-v\d+)?$/;

/** Allowed values: models and modes. */
export const CPU_WORDS: readonly string[] = [...MODES, ...MODELS];

const KNOWN = new Set(CPU_WORDS);

/** Models without the 64-bit mode that OpenBSD/amd64 needs. */
const NARROW = new Set(
  "486 pentium pentium2 pentium3 pentiumpro coreduo n270 athlon qemu32 kvm32".split(" "),
);

/** Whether a model is 32-bit only. */
export function isNarrowCpu(name: string): boolean {
  return NARROW.has(name.replace(SUFFIXES, ""));
}

/** Whether libvirt is known to have the model; a newer libvirt may have more. */
export function isCpuModel(name: string): boolean {
  return KNOWN.has(name) || KNOWN.has(name.replace(SUFFIXES, ""));
}
