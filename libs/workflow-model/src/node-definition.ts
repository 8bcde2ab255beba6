import type { CredentialSlot } from './credential-type';
import type { JsonObject } from './json';

/** Where in the palette a node stands. */
export type NodeCategory = 'trigger' | 'action' | 'logic' | 'output';

/** What the engine and the runner ask of a node instead of its type. All default to false. */
export interface NodeTraits {
  /** Starts runs; has no input. */
  readonly trigger?: boolean;
  /** May answer `suspended`. */
  readonly suspends?: boolean;
  /** Takes several incoming edges apart; the default join of its definition applies. */
  readonly joins?: 'all' | 'any';
  /** Fast and without outside effect: needs no checkpoint of its own, may be evaluated again after a crash. */
  readonly pure?: boolean;
  /** Takes time but has no outside effect: its start is recorded, nobody waits for that record. */
  readonly repeatable?: boolean;
  /** Pure as long as this param is a literal other than these; a node that computes in place or in a child process, as told. */
  readonly pureUnless?: { readonly param: string; readonly is: readonly string[] };
  /** What it does to the world outside of its run; see `effectOf` for what holds when it is absent. */
  readonly effect?: 'none' | 'read' | 'write';
  /** Only reads as long as this param is a literal among these (or absent, and `default` is). */
  readonly readsWhen?: { readonly param: string; readonly is: readonly string[]; readonly default?: string };
  /** Has a body of other nodes, which it runs again and again. */
  readonly container?: boolean;
  /** Chooses among its output ports. */
  readonly branches?: boolean;
  /** Its output belongs to the result of the run. */
  readonly terminal?: boolean;
  /** Reads what its params name and nothing else of what comes in. */
  readonly ignoresInput?: boolean;
  /** Answers whoever started the run, which only the run itself can. */
  readonly answersCaller?: boolean;
}

export interface PortDefinition {
  readonly id: string;
  readonly label?: string;
  readonly description?: string;
}

/** Output ports that follow a list param: one port for each element, named by its `idKey` (or `case-<index>`). */
export interface DynamicPorts {
  readonly param: string;
  readonly idKey?: string;
  readonly labelKey?: string;
}

/** A node definition as data: what the browser, the validator and the catalogue golden see. */
export interface NodeDefinitionData {
  readonly type: string;
  readonly version: number;
  /** Other names that documents may use, such as `system/http-request`. */
  readonly aliases?: readonly string[];
  readonly title: string;
  /** One sentence for the palette. */
  readonly description: string;
  readonly category: NodeCategory;
  /** Words that find the node in the palette beside its title. */
  readonly keywords?: readonly string[];
  readonly inputs: readonly PortDefinition[];
  readonly outputs: readonly PortDefinition[];
  readonly dynamicOutputs?: DynamicPorts;
  /** JSON Schema of the params, with `title`, `description`, `default` and `ui` hints. */
  readonly paramsSchema: JsonObject;
  /** Params that reach the executor unevaluated (code, schemas, field paths). */
  readonly rawParams?: readonly string[];
  /** Roots that templates and expressions in a raw param see beside the usual ones, by param. */
  readonly extraRoots?: Readonly<Record<string, readonly string[]>>;
  /** JSON Schema of the value on the main output port, when it is known beforehand. */
  readonly outputSchema?: JsonObject;
  /** Mustache template over the config for the one-line summary on the canvas. */
  readonly summary?: string;
  readonly traits: NodeTraits;
  /** For triggers: what from outside starts the run. Absent for those that only people and API calls start. */
  readonly startsOn?: 'webhook' | 'schedule' | 'event' | 'error' | 'form';
  /** For nodes that the world answers: the root under `execution` that is the address for it. */
  readonly runAddress?: 'resumeUrl' | 'formUrl';
  /** Milliseconds for one attempt unless the node's settings say otherwise. */
  readonly timeoutMs?: number;
  /** Places for accounts; empty or absent when the node needs none. */
  readonly credentials?: readonly CredentialSlot[];
  readonly deprecated?: boolean;
  /** Markdown shown in the node panel. */
  readonly docs?: string;
  /** SVG source. */
  readonly icon?: string;
}

/** Finds a definition by type or alias and version (the newest when absent). */
export type DefinitionLookup = (type: string, version?: number) => NodeDefinitionData | undefined;
