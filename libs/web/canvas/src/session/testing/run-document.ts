import {
  type DefinitionLookup,
  type Json,
  type JsonObject,
  type WorkflowDocument,
  type WorkflowNode,
  nodeAlias,
  resolveNodeName,
} from '@millrace/workflow-model';
import { ExpressionError, evaluateParam } from '@millrace/expression';
import { DocumentIndex } from '../document/document-index';

/** Workflows that steps may run, by id, and what knows their types. */
export interface World {
  readonly lookup: DefinitionLookup;
  readonly workflows: ReadonlyMap<string, WorkflowDocument>;
}

type Ports = Readonly<Record<string, Json>>;

/** Why a run failed; the run's result does not depend on what exactly it says. */
class RunFailed extends Error {}

const WORDS = ['trigger', 'input', 'item', 'index', 'execution', 'workflow', 'vars', 'now'];

/** What a run of a document comes to, worked out in memory by the rules of the engine; undefined when it fails. */
export function resultOf(
  document: WorkflowDocument,
  trigger: Json,
  world: World,
): { readonly output: Json } | undefined {
  try {
    return { output: new Level({ index: DocumentIndex.of(document), world, trigger }).run() };
  } catch (error) {
    if (error instanceof RunFailed || error instanceof ExpressionError) return undefined;
    throw error;
  }
}

interface Surroundings {
  readonly index: DocumentIndex;
  readonly world: World;
  readonly trigger: Json;
  readonly loopId?: string;
  readonly item?: Json;
  readonly turn?: number;
  readonly outer?: Level;
}

/** The steps of a workflow, or of one turn of a loop. */
class Level {
  readonly #ports = new Map<string, Ports | 'skipped'>();
  readonly #around: Surroundings;

  constructor(around: Surroundings) {
    this.#around = around;
  }

  run(): Json {
    const nodes = this.#around.index.order.flatMap((id) => this.#around.index.node(id) ?? []);
    const own = nodes.filter(({ parent }) => parent === this.#around.loopId);
    for (const node of own) this.#ports.set(node.id, this.#runs(node) ? this.#portsOf(node) : 'skipped');
    return this.#result(own);
  }

  #runs(node: WorkflowNode): boolean {
    const { index, loopId } = this.#around;
    const incoming = index.incoming(node.id);
    if (incoming.length === 0) return loopId !== undefined || this.#traits(node)?.trigger === true;
    return incoming.some(({ source, sourceHandle }) => this.#live(source)?.[sourceHandle] !== undefined);
  }

  #live(id: string): Ports | undefined {
    const ports = this.#ports.get(id);
    return ports === 'skipped' ? undefined : ports;
  }

  #traits({ type }: WorkflowNode) {
    return this.#around.world.lookup(type)?.traits;
  }

  #inputOf({ id }: WorkflowNode): Json {
    const { index, loopId, item } = this.#around;
    const live = index.incoming(id).flatMap(({ source, sourceHandle }) => {
      const value = this.#live(source)?.[sourceHandle];
      return value === undefined ? [] : [{ source, value }];
    });
    const [only] = live;
    if (only === undefined) return loopId === undefined ? {} : (item ?? null);
    if (live.length === 1) return only.value;
    const named = live.map(({ source, value }) =>
      isObject(value) ? value : { [index.aliases.aliasById.get(source) ?? source]: value },
    );
    return Object.assign({}, ...named) as Json;
  }

  #portsOf(node: WorkflowNode): Ports {
    const input = this.#inputOf(node);
    if (!node.enabled) return { main: input };
    const value = (param: Json | undefined): Json => (param === undefined ? null : this.#evaluate(param, input));
    const { config } = node;
    switch (node.type) {
      case 'manual-trigger':
        return { main: fitting(this.#around.trigger, config['inputSchema']) };
      case 'http-request':
        return { main: { got: value(config['body']) } };
      case 'log':
        value(config['message']);
        return { main: input };
      case 'condition':
        return { [value(config['test']) ? 'true' : 'false']: input };
      case 'transformer':
        return { main: this.#javascript(String(config['expression']), input) };
      case 'output':
        return { main: config['collect'] === 'fields' ? value(config['fields']) : input };
      case 'run-workflow':
        return {
          main: this.#call(
            String(config['workflowId']),
            config['input'] === undefined ? input : value(config['input']),
          ),
        };
      case 'loop':
        return { main: this.#loop(node, value(config['items'])) };
      case 'stop':
        throw new RunFailed('stopped');
      default:
        return { main: input };
    }
  }

  #call(id: string, input: Json): Json {
    const document = this.#around.world.workflows.get(id);
    const result = document && resultOf(document, input, this.#around.world);
    if (result === undefined) throw new RunFailed('The workflow failed.');
    return result.output;
  }

  #loop(node: WorkflowNode, items: Json): Json {
    if (!Array.isArray(items)) throw new RunFailed('no list');
    const { index, world, trigger } = this.#around;
    return items.map((item, turn) =>
      new Level({ index, world, trigger, item, turn, loopId: node.id, outer: this }).run(),
    );
  }

  #javascript(expression: string, input: Json): Json {
    const [root, key = ''] = expression.split('.');
    const from = root === 'trigger' ? this.#around.trigger : input;
    return isObject(from) ? (from[key] ?? null) : null;
  }

  #result(own: readonly WorkflowNode[]): Json {
    const ran = own.filter(({ id }) => this.#live(id) !== undefined);
    const outputs = ran.filter((node) => node.enabled && this.#traits(node)?.terminal === true);
    const ends = ran.filter(({ id }) =>
      this.#around.index.outgoing(id).every(({ sourceHandle }) => this.#live(id)?.[sourceHandle] === undefined),
    );
    const chosen = outputs.length > 0 ? outputs : ends;
    const values = chosen.map((node) => [nodeAlias(node), dataOf(this.#live(node.id) ?? {})] as const);
    return values.length === 1 ? (values[0]?.[1] ?? null) : values.length === 0 ? null : Object.fromEntries(values);
  }

  #evaluate(param: Json, input: Json): Json {
    const { index } = this.#around;
    return evaluateParam(param, {
      resolveRoot: (name) => this.#root(name, input),
      rootNames: () => [...WORDS, ...index.aliases.idByAlias.keys()],
      isEnvelope: (name) => !WORDS.includes(name) && resolveNodeName(index.aliases, name) !== undefined,
    });
  }

  #root(name: string, input: Json): Json | undefined {
    const { index, trigger, item, turn } = this.#around;
    if (name === 'trigger') return trigger;
    if (name === 'input') return input;
    if (name === 'item') return item;
    if (name === 'index') return turn;
    const id = resolveNodeName(index.aliases, name);
    return id === undefined ? undefined : this.#envelope(id);
  }

  #envelope(id: string): Json | undefined {
    const ports = this.#ports.get(id);
    const { outer } = this.#around;
    if (ports === undefined) return outer === undefined ? undefined : outer.#envelope(id);
    return ports === 'skipped' ? { success: false, data: null } : { success: true, data: dataOf(ports) };
  }
}

function dataOf(ports: Ports): Json {
  return ports['main'] ?? Object.values(ports)[0] ?? null;
}

/** The input, when it has what a schema asks for and is of the types that it names. */
function fitting(input: Json, schema: Json | undefined): Json {
  if (!isObject(schema)) return input;
  if (schema['type'] === 'object' && !isObject(input)) throw new RunFailed('The input is no object.');
  if (!isObject(input)) return input;
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  if (required.some((key) => !Object.hasOwn(input, String(key)))) throw new RunFailed('The input lacks something.');
  const properties = isObject(schema['properties']) ? schema['properties'] : {};
  for (const [key, asked] of Object.entries(properties)) {
    const named = isObject(asked) ? [asked['type'] ?? []].flat() : [];
    const types = named.map((type) => (type === 'integer' ? 'number' : type));
    if (types.length > 0 && input[key] !== undefined && !types.includes(typeOf(input[key])))
      throw new RunFailed(`"${key}" is of another type.`);
  }
  return input;
}

function typeOf(value: Json): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
