import { type Json, type JsonObject, MAIN_PORT, type WorkflowNode, outputSchemaOf } from '@millrace/workflow-model';
import { nameOf } from '../operations/connect';
import { type Refusal, type RewritingContext, refuse } from '../operations/operation';
import { type Field, Fields, readingParam, schemaAt, schemaOfFields } from './fields';
import type { Part } from './part';
import { type Read, codeNames, dataPath, readsOf, whyNotMoved } from './reads';
import { mayMiss } from './ways';

/** Where a read is found after the steps have moved. */
export interface NewPlace {
  readonly root: string;
  readonly path: Read['path'];
}

/** What a workflow made of a part gets. */
export interface Inputs {
  /** Its input as the part's place writes it; what comes in, as it is, when absent. */
  readonly param?: Json;
  /** What its trigger asks for; anything when absent. */
  readonly schema?: JsonObject;
  /** Names of what it gets, for people; empty when it gets what comes in. */
  readonly names: readonly string[];
  /** The name under which what came into the part is handed over, when its first step works on it. */
  readonly inputName?: string;
  readonly placeOf: (read: Read) => NewPlace | undefined;
}

/** Whether a step works on what comes into it, beside what its params name. */
export function usesInput({ lookup }: Pick<RewritingContext, 'lookup'>, node: WorkflowNode): boolean {
  const traits = (lookup(node.type, node.typeVersion) ?? lookup(node.type))?.traits;
  return !node.enabled || traits?.ignoresInput !== true;
}

/** What the part reads from outside, as the input of a workflow of its own; or why that cannot be. */
export function inputsOf(context: RewritingContext, part: Part): Inputs | Refusal {
  const { index } = context;
  const inside = [...part.ids].flatMap((id) => index.node(id) ?? []);
  const reads = inside.flatMap((node) => readsOf(context, node)).filter((read) => isOutside(context, part, read));
  const early = reads.find(({ node }) => node !== undefined && !index.upstreamOf(part.entry.id).has(node.id));
  if (early?.node) {
    const message = `"${nameOf(early.reader)}" reads "${nameOf(early.node)}", which does not come before the selected steps.`;
    return refuse('READS_BESIDE', message);
  }
  const before = soleSource(context, part);
  const whole = (read: Read): Read['path'] | undefined => pathInInput(context, part, read, before);
  const isWhole = usesInput(context, part.entry) && reads.every((read) => whole(read) !== undefined);
  const isTriggers = isWhole && before !== undefined && isTrigger(context, before);
  const coded = inside.find((node) => codeNames(context, node, isTriggers ? ['nodes'] : ['nodes', 'trigger']));
  if (coded !== undefined) {
    const message = `The code of "${nameOf(coded)}" may read other steps or the trigger; let it read its input only.`;
    return refuse('CODE_READS', message);
  }
  const inputs = isWhole ? wholeInput(context, part, reads, whole) : namedInput(context, part, reads, before);
  if ('refused' in inputs) return inputs;
  return { ...inputs, placeOf: (read) => (isOutside(context, part, read) ? inputs.placeOf(read) : undefined) };
}

/** Whether something stays where it is when the reader moves. */
function isOutside({ index }: RewritingContext, { ids, entry }: Part, { reader, source, node }: Read): boolean {
  if (node !== undefined) return !ids.has(node.id);
  if (source === 'root:trigger') return true;
  if (source === 'root:input') return reader.id === entry.id;
  const isOfLoopInside =
    reader.settings.forEach !== undefined || index.loopsAround(reader.id).some((loop) => ids.has(loop));
  return entry.parent !== undefined && !isOfLoopInside;
}

/** The step whose data is exactly what comes into the part. */
function soleSource({ index }: RewritingContext, { into }: Part): WorkflowNode | undefined {
  const [edge] = into;
  return into.length === 1 && edge?.sourceHandle === MAIN_PORT ? index.node(edge.source) : undefined;
}

function isTrigger({ lookup }: RewritingContext, node: WorkflowNode): boolean {
  return (lookup(node.type, node.typeVersion) ?? lookup(node.type))?.traits.trigger === true;
}

/** Where in what comes into the part a read is found; undefined when it is not there. */
function pathInInput(
  context: RewritingContext,
  { into }: Part,
  { source, node, path }: Read,
  before: WorkflowNode | undefined,
): Read['path'] | undefined {
  if (source === 'root:input') return path;
  if (source === 'root:item') return into.length === 0 ? path : undefined;
  if (source === 'root:trigger') return before !== undefined && isTrigger(context, before) ? path : undefined;
  return node !== undefined && node.id === before?.id ? dataPath(path) : undefined;
}

function wholeInput(
  context: RewritingContext,
  part: Part,
  reads: readonly Read[],
  pathOf: (read: Read) => Read['path'] | undefined,
): Inputs {
  const before = soleSource(context, part);
  const known = before && schemaOfNode(context, before);
  const keys = new Map<string, boolean>();
  for (const read of reads) {
    const [key] = pathOf(read) ?? [];
    if (typeof key === 'string' && key !== 'length')
      keys.set(key, keys.get(key) === true || isSure(context, part, read));
  }
  const fields = [...keys].map(([name, sure]): Field => {
    return { name, root: 'input', path: [name], isSure: sure, schema: schemaAt(known, [name]) };
  });
  const { type, ...open } = schemaOfFields(fields);
  const isObject = fields.some((field) => field.isSure);
  return {
    ...(fields.length > 0 && { schema: isObject ? { type: type ?? 'object', ...open } : open }),
    names: [],
    placeOf: (read) => {
      const path = pathOf(read);
      const isSame = read.source === 'root:input' || read.source === 'root:trigger';
      return isSame || path === undefined ? undefined : { root: 'trigger', path };
    },
  };
}

function namedInput(
  context: RewritingContext,
  part: Part,
  reads: readonly Read[],
  before: WorkflowNode | undefined,
): Inputs | Refusal {
  const takesInput = usesInput(context, part.entry);
  const named = reads.filter(({ source }) => !takesInput || source !== 'root:input');
  const why = named.map(whyNotMoved).find((refusal) => refusal !== undefined);
  if (why !== undefined) return why;
  const fields = new Fields();
  const known = before && schemaOfNode(context, before);
  const input = { root: 'input', path: [], isSure: true, schema: schemaAt(known, []) };
  const whole = takesInput ? fields.take('root:input', input) : undefined;
  for (const read of named) {
    const { path } = parted(read);
    fields.take(read.source, {
      root: rootOf(context, read),
      path,
      isSure: isSure(context, part, read),
      schema: schemaAt(schemaOf(context, part, read), dataPathOf(read, path)),
    });
  }
  return {
    param: Object.fromEntries(fields.all.map((field) => [field.name, readingParam(context.expressions, field)])),
    schema: schemaOfFields(fields.all),
    names: fields.all.map(({ name }) => name),
    ...(whole && { inputName: whole.name }),
    placeOf: (read) => placeIn(fields, read, 'trigger', whole !== undefined),
  };
}

function placeIn(fields: Fields, read: Read, root: string, takesInput: boolean): NewPlace | undefined {
  if (takesInput && read.source === 'root:input') return undefined;
  const { path, rest } = parted(read);
  const field = fields.at(read.source, path);
  return field && { root, path: [field.name, ...rest] };
}

/** The value that is handed over, and the keys that are read of it then: who asks whether a key is there has to find it missing. */
export function parted({ reference, node, path }: Read): { readonly path: Read['path']; readonly rest: Read['path'] } {
  if (!reference.isTested || reference.form === 'path' || path.length === 0) return { path, rest: [] };
  const [first, ...others] = path;
  const isData = node !== undefined && first !== 'success' && first !== 'error';
  const keys = isData && first !== 'data' ? ['data', first as string | number, ...others] : path;
  return { path: keys.slice(0, -1), rest: keys.slice(-1) };
}

/** How a step or a word is written where the part was. */
export function rootOf({ index }: RewritingContext, { node, source }: Read): string {
  if (node === undefined) return source.slice('root:'.length);
  const alias = index.aliases.aliasById.get(node.id) ?? node.id;
  return index.aliases.idByAlias.get(alias) === node.id ? alias : node.id;
}

/** Whether a read happens in every run that enters the part, and fails it when nothing is there. */
function isSure(context: RewritingContext, part: Part, { reader, reference }: Read): boolean {
  const { enabled, settings } = reader;
  if (reference.isConditional || !enabled || settings.forEach !== undefined || settings.onError !== 'stop')
    return false;
  if (!part.nodes.some(({ id }) => id === reader.id)) return false;
  const ids = new Set(part.nodes.map(({ id }) => id));
  return !mayMiss(context, { ids, entryId: part.entry.id, nodeId: reader.id });
}

function schemaOf(context: RewritingContext, part: Part, { source, node }: Read): JsonObject | undefined {
  if (node !== undefined) return schemaOfNode(context, node);
  if (source === 'root:index') return { type: 'integer' };
  if (source !== 'root:trigger') return undefined;
  const upstream = context.index.upstreamOf(part.entry.id);
  const [trigger, other] = context.index.document.nodes.filter(
    (each) => upstream.has(each.id) && isTrigger(context, each),
  );
  return trigger === undefined || other !== undefined ? undefined : schemaOfNode(context, trigger);
}

function dataPathOf({ node }: Read, path: Read['path']): Read['path'] {
  return node === undefined ? path : (dataPath(path) ?? [' ']);
}

/** What is promised about the data of a step; undefined when a run may give something else. */
function schemaOfNode({ lookup }: RewritingContext, node: WorkflowNode): JsonObject | undefined {
  const definition = lookup(node.type, node.typeVersion) ?? lookup(node.type);
  const { onError, forEach } = node.settings;
  if (definition === undefined || !node.enabled || onError !== 'stop' || forEach !== undefined) return undefined;
  return outputSchemaOf(definition, node);
}
