import type { Json } from '@millrace/workflow-model';
import type { z } from 'zod';
import { refineCondition } from '../condition/rules/condition-schema';
import type { ConditionParams } from '../condition/rules/condition-schema';

/** Port ids that no case may have. */
const RESERVED = new Set(['fallback', 'error', 'none']);

export interface SwitchCase extends ConditionParams {
  readonly id?: string | undefined;
  readonly label?: string | undefined;
  readonly equals?: Json | undefined;
}

export interface SwitchParams {
  readonly mode: 'rules' | 'value';
  readonly value?: Json | undefined;
  readonly cases: readonly SwitchCase[];
  readonly fallback: string;
}

/** Port of the case at `index`. */
export function portOf(one: SwitchCase, index: number): string {
  return one.id === undefined || one.id === '' ? `case-${index}` : one.id;
}

/** Adds issues for incomplete cases, ids that are not unique, and a fallback that leads nowhere. */
export function refineCases(params: SwitchParams, issues: z.core.$RefinementCtx): void {
  const ports = params.cases.map(portOf);
  ports.forEach((port, index) => {
    if (!RESERVED.has(port) && ports.indexOf(port) === index) return;
    const message = RESERVED.has(port) ? `The id \`${port}\` is reserved.` : `Two cases have the id \`${port}\`.`;
    issues.addIssue({ code: 'custom', path: ['cases', index, 'id'], message: `${message} Give the case another.` });
  });
  if (!['fallback', 'none', 'error', ...ports].includes(params.fallback)) {
    const message = `There is no case \`${params.fallback}\`. Use \`fallback\`, \`none\`, \`error\` or the id of a case.`;
    issues.addIssue({ code: 'custom', path: ['fallback'], message });
  }
  params.cases.forEach((one, index) => refineCase(params.mode, one, at(issues, ['cases', index])));
  if (params.mode === 'value' && params.value === undefined) {
    issues.addIssue({ code: 'custom', path: ['value'], message: 'Give the value that the cases compare.' });
  }
}

function refineCase(mode: SwitchParams['mode'], one: SwitchCase, issues: z.core.$RefinementCtx): void {
  if (mode === 'rules') return refineCondition(one, issues);
  if (one.equals !== undefined) return undefined;
  issues.addIssue({ code: 'custom', path: ['equals'], message: 'Say what the value must equal for this case.' });
  return undefined;
}

/** Lets a check of something inside report with paths from the top. */
function at(issues: z.core.$RefinementCtx, prefix: (string | number)[]): z.core.$RefinementCtx {
  const addIssue: z.core.$RefinementCtx['addIssue'] = (issue) => {
    if (typeof issue === 'string') issues.addIssue({ code: 'custom', path: prefix, message: issue });
    else issues.addIssue({ ...issue, path: [...prefix, ...((issue.path as (string | number)[] | undefined) ?? [])] });
  };
  return { ...issues, addIssue };
}
