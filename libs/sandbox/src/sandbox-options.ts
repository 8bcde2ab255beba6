/** How a pool runs its children. */
export interface SandboxPoolOptions {
  /** Absolute path of `sandbox-child.mjs`; the build copies that one file next to the bundle. */
  readonly childFile: string;
  /** Children kept ready, and scripts that run at once; 2 when absent. */
  readonly size?: number;
  /** Scripts that may wait for a child before further ones are refused; 1,000 when absent. */
  readonly maxQueue?: number;
  /** V8 heap of one script in MiB; 128 when absent. */
  readonly memoryLimitMb?: number;
  /** Resident memory of a whole child in MiB at which it is killed; 400 when absent. */
  readonly maxRssMb?: number;
  /** Bytes of JSON that a script may return; 1 MiB when absent. */
  readonly maxResultBytes?: number;
  /** Bytes of JSON that a script may be given; 64 MiB when absent. */
  readonly maxGlobalsBytes?: number;
  readonly maxLogLines?: number;
  /** Characters of all log lines of a script together; 64 KiB when absent. */
  readonly maxLogBytes?: number;
  /** Scripts after which a child is replaced; 1,000 when absent. */
  readonly maxRunsPerChild?: number;
}

export type SandboxSettings = Required<SandboxPoolOptions>;

/** Longest time that a script may ask for, in milliseconds. */
export const MAX_TIMEOUT_MS = 10_000;
/** What a child gets beyond the script's own limit before it is killed, in milliseconds. */
export const KILL_GRACE_MS = 500;

const MEBIBYTE = 1024 * 1024;

/** The options with every default filled in. */
export function settingsOf(options: SandboxPoolOptions): SandboxSettings {
  return {
    size: 2,
    maxQueue: 1_000,
    memoryLimitMb: 128,
    maxRssMb: 400,
    maxResultBytes: MEBIBYTE,
    maxGlobalsBytes: 64 * MEBIBYTE,
    maxLogLines: 1_000,
    maxLogBytes: 64 * 1024,
    maxRunsPerChild: 1_000,
    ...options,
  };
}
