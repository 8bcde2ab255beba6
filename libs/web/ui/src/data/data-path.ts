/** A step into a value: the name of a field or the index of an item. */
export type DataStep = string | number;

const PLAIN_NAME = /^[\p{L}\p{N}_$-]+$/u;
const CEL_NAME = /^[A-Za-z_]\w*$/;

/** What is dragged besides plain text; fields that take paths read it with `draggedPath`. */
export const PATH_MIME = 'application/x-millrace-path';

/** A path as templates write it: `FetchData.items[0]["due date"]`. Also CEL where every name is an identifier. */
export function pathText(root: string, steps: readonly DataStep[]): string {
  return steps.reduce<string>((path, step) => path + stepText(step, path === ''), root);
}

/** The path between braces: what a template inserts. */
export function templateText(path: string): string {
  return `{{ ${path} }}`;
}

/** Whether the path also stands in CEL as it is. */
export function isCelPath(root: string, steps: readonly DataStep[]): boolean {
  return CEL_NAME.test(root) && steps.every((step) => typeof step === 'number' || CEL_NAME.test(step));
}

/** The path that a drag carries; undefined for any other drag. */
export function draggedPath(transfer: DataTransfer | null): string | undefined {
  return transfer?.getData(PATH_MIME) || undefined;
}

/** Whether a drag carries a path: all that may be known before the drop. */
export function dragsPath(transfer: DataTransfer | null): boolean {
  return transfer?.types.includes(PATH_MIME) ?? false;
}

/** Lets a drag carry a path: plain text for any field, and the path alone for ours. */
export function carryPath(transfer: DataTransfer | null, path: string): void {
  if (transfer === null) return;
  transfer.effectAllowed = 'copy';
  transfer.setData(PATH_MIME, path);
  transfer.setData('text/plain', templateText(path));
}

function stepText(step: DataStep, isFirst: boolean): string {
  if (typeof step === 'number') return `[${step}]`;
  if (!PLAIN_NAME.test(step)) return `["${step.replace(/(["\\])/g, '\\$1')}"]`;
  return isFirst ? step : `.${step}`;
}
