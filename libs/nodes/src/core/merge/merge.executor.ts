import { NodeError, implementNode, output } from '@millrace/node-sdk';
import type { NodeInput, ParamsOf } from '@millrace/node-sdk';
import type { Json } from '@millrace/workflow-model';
import { getPath, parsePath } from '@millrace/workflow-model';
import { combinations, joinByKey, joinByPosition } from './join-lists';
import { mergeBranches } from './merge-values';
import { mergeDefinition } from './merge.definition';

type Params = ParamsOf<typeof mergeDefinition>;

/** Makes one value of what the live branches brought. */
export const mergeNode = implementNode(mergeDefinition, {
  run: (ctx, params) => output(merged(inOrder(ctx.inputs, params.order), params)),
});

function merged(branches: readonly NodeInput[], params: Params): Json {
  switch (params.mode) {
    case 'objects':
      return mergeBranches(branches, params);
    case 'append':
      return branches.flatMap((branch) => listOf(branch, params));
    case 'by-key':
      return joinByKey(
        branches.map((branch) => listOf(branch, params)),
        params,
      );
    case 'by-position':
      return joinByPosition(
        branches.map((branch) => listOf(branch, params)),
        params,
      );
    case 'combinations':
      return combinations(
        branches.map((branch) => listOf(branch, params)),
        params,
      );
    case 'choose':
      return chosen(branches, params.branch);
  }
}

/** Named branches first, the others in the order of their edges. */
function inOrder(inputs: readonly NodeInput[], order: readonly string[]): NodeInput[] {
  const rank = (input: NodeInput) => {
    const place = order.findIndex((name) => isNamed(input, name));
    return place === -1 ? order.length : place;
  };
  return inputs.toSorted((one, other) => rank(one) - rank(other));
}

/** The list that a branch brings; a single value counts as a list of one, nothing as an empty list. */
function listOf(branch: NodeInput, { listPath }: Params): Json[] {
  const path = parsePath(listPath ?? '');
  const value = path === undefined ? undefined : getPath(branch.value, path);
  if (Array.isArray(value)) return value;
  if (value !== undefined) return value === null ? [] : [value];
  const message = `The branch "${branch.alias}" has nothing at "${listPath ?? ''}". Correct the path of the list.`;
  throw new NodeError({ code: 'MERGE_LIST_NOT_FOUND', fault: 'user', message });
}

function chosen(branches: readonly NodeInput[], name: string | number): Json {
  const named = branches.find((branch) => isNamed(branch, String(name))) ?? branches.at(placeOf(name, branches.length));
  if (named !== undefined) return named.value;
  const known = branches.map((branch) => branch.alias).join(', ');
  const message = `The branch "${name}" is not live. Live branches: ${known}.`;
  throw new NodeError({ code: 'MERGE_BRANCH_NOT_LIVE', fault: 'user', message });
}

/** Index of `first`, `last` or a number from 1; one past the end when there is none such. */
function placeOf(name: string | number, count: number): number {
  if (name === 'first') return 0;
  if (name === 'last') return -1;
  const place = Number(name);
  return Number.isInteger(place) && place >= 1 ? place - 1 : count;
}

function isNamed(input: NodeInput, name: string): boolean {
  return input.alias === name || input.nodeId === name;
}
