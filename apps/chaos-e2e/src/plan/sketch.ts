import type { Json, JsonObject } from '@millrace/workflow-model';

/** What the documents of a plan refer to, known once the world stands. */
export interface Places {
  /** Base address of the canary. */
  readonly canary: string;
  /** Ids of published workflows by name. */
  readonly workflows: ReadonlyMap<string, string>;
  /** Id of the account whose secret the canary asks for. */
  readonly account: string;
}

/** A value of a document that may need to know where things are. */
export type Placed<T> = T | ((places: Places) => T);

/** A node of a workflow that is being drawn. */
interface SketchedNode {
  readonly id: string;
  readonly type: string;
  readonly config: Placed<JsonObject>;
  readonly settings?: JsonObject;
  readonly parent?: string;
  readonly withAccount?: true;
}

/** How a node is put into a sketch. */
export interface NodeWish {
  readonly config?: Placed<JsonObject>;
  readonly settings?: JsonObject;
  readonly withAccount?: true;
}

/** Where the next node is attached: a node and its output port. */
export interface End {
  readonly id: string;
  readonly port: string;
}

/** A workflow that is being drawn, and what one run of it must lead to. */
export class Sketch {
  readonly #nodes: SketchedNode[] = [];
  readonly #edges: JsonObject[] = [];
  /** Idempotency keys that one run shows to the canary. */
  effects = 0;
  /** Names of the workflows that one run starts, one entry for each child. */
  readonly children: string[] = [];
  /** Name of the event that one run publishes, once. */
  publishes: string | undefined;
  /** Whether one run fails, in the end. */
  fails = false;

  /** Adds a node, attached to `from` unless it begins something. */
  node(type: string, from: readonly End[], wish: NodeWish = {}, parent?: string): End {
    const id = `n${this.#nodes.length}`;
    this.#nodes.push({ id, type, config: wish.config ?? {}, ...wish, ...(parent === undefined ? {} : { parent }) });
    for (const { id: source, port } of from) {
      this.#edges.push({ id: `e${this.#edges.length}`, source, sourceHandle: port, target: id });
    }
    return { id, port: 'main' };
  }

  /** The document, once it is known where things are. */
  document(name: string, places: Places, settings: JsonObject = {}): Json {
    const nodes = this.#nodes.map(({ id, type, config, settings, parent, withAccount }, index) => ({
      ...{ id, type, label: id, position: { x: 240 * index, y: 0 } },
      config: typeof config === 'function' ? config(places) : config,
      ...(settings ? { settings } : {}),
      ...(parent ? { parent } : {}),
      ...(withAccount ? { credentials: { account: places.account } } : {}),
    }));
    return { name, nodes, edges: this.#edges, settings: { timezone: 'UTC', ...settings } };
  }
}
