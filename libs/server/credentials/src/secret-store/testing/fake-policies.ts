/** What a policy may allow on a path. */
export type Capability = 'create' | 'read' | 'update' | 'delete' | 'list' | 'patch';

interface Rule {
  readonly path: string;
  readonly capabilities: readonly string[];
}

/** Rules of a policy in HCL, as far as ours use it. */
export function parsePolicy(hcl: string): readonly Rule[] {
  const text = hcl.replace(/^\s*#.*$/gm, '');
  return [...text.matchAll(/path\s+"([^"]+)"\s*\{\s*capabilities\s*=\s*\[([^\]]*)\]\s*\}/g)].map(
    ([, path = '', list = '']) => ({ path, capabilities: [...list.matchAll(/"(\w+)"/g)].map(([, name = '']) => name) }),
  );
}

/** Vault: `+` is one segment, `*` at the end is the rest. */
function matches(pattern: string, path: string): boolean {
  const escaped = pattern
    .replace(/[.?^${}()|[\]\\]/g, '\\$&')
    .replace(/\+/g, '[^/]+')
    .replace(/\*$/, '.*');
  return new RegExp(`^${escaped}$`).test(path);
}

/** The later the first wildcard, the more a rule counts. */
function precision(pattern: string): number {
  const wildcard = pattern.search(/[+*]/);
  return wildcard < 0 ? Number.POSITIVE_INFINITY : wildcard;
}

/** Whether these policies allow it: of the rules that match, only the most precise ones count. */
export function isAllowed(rules: readonly Rule[], path: string, capability: Capability): boolean {
  const matching = rules.filter((rule) => matches(rule.path, path));
  const best = Math.max(...matching.map((rule) => precision(rule.path)));
  const counting = matching.filter((rule) => precision(rule.path) === best);
  if (counting.some(({ capabilities }) => capabilities.includes('deny'))) return false;
  return counting.some(({ capabilities }) => capabilities.includes(capability));
}
