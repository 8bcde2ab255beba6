/** How long finished runs are kept. What is absent sets no limit. */
export interface RetentionLimits {
  readonly days?: number;
  readonly runs?: number;
  readonly bytes?: number;
}

/** Who said so. */
export type RetentionSource = 'workflow' | 'workspace' | 'instance';

/** What holds for the runs of a workflow, and who said so. */
export interface EffectiveRetention {
  readonly limits: RetentionLimits;
  readonly source: RetentionSource;
}

type Loose = Partial<Record<'days' | 'runs' | 'bytes', number | string | null>>;

/** The nearest that says anything holds as a whole: limits of several are not mixed. */
export function effectiveRetention(
  workflow: Loose | null | undefined,
  workspace: Loose | null | undefined,
  instance: Loose,
): EffectiveRetention {
  const own = limitsOf(workflow);
  if (isLimited(own)) return { limits: own, source: 'workflow' };
  const shared = limitsOf(workspace);
  if (isLimited(shared)) return { limits: shared, source: 'workspace' };
  return { limits: limitsOf(instance), source: 'instance' };
}

/** Whether anything is ever deleted. */
export function isLimited(limits: RetentionLimits): boolean {
  return Object.keys(limits).length > 0;
}

/** Zero, null and nonsense set no limit. Postgres answers large numbers as text. */
function limitsOf(given: Loose | null | undefined): RetentionLimits {
  const known = (['days', 'runs', 'bytes'] as const).flatMap((name) => {
    const value = Number(given?.[name] ?? 0);
    return Number.isFinite(value) && value > 0 ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}
