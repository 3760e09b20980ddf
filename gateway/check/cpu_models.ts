/**
 * Names of CPU models that libvirt and QEMU know on x86 (libvirt's `cpu_map`, `qemu -cpu help`).
 * @module
 */

/** Words of ours that are no models. */
const MODES = ["host-passthrough", "host-model"];

/** Models without the suffixes that {@linkcode SUFFIXES} takes off. */
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

/** Variants of a model, in the order they are written in. */
const SUFFIXES = /(-noTSX)?(-IBRS|-IBPB)?(-v\d+)?$/;

/** What may be written: models and modes. */
export const CPU_WORDS: readonly string[] = [...MODES, ...MODELS];

const KNOWN = new Set(CPU_WORDS);

/** Models without the 64-bit mode that OpenBSD/amd64 runs in. */
const NARROW = new Set(
  "486 pentium pentium2 pentium3 pentiumpro coreduo n270 athlon qemu32 kvm32".split(" "),
);

/** Whether a model is of 32 bits alone. */
export function isNarrowCpu(name: string): boolean {
  return NARROW.has(name.replace(SUFFIXES, ""));
}

/** Whether libvirt is known to have such a model; a newer one may have more. */
export function isCpuModel(name: string): boolean {
  return KNOWN.has(name) || KNOWN.has(name.replace(SUFFIXES, ""));
}
