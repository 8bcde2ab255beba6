import type { Json, JsonObject } from '@millrace/workflow-model';
import type { EditorSession } from '../editor-session';
import type { NodeOutput } from '../params/node-output';
import { shapeOf } from './shape';

/** What is told of the surroundings of a node: names and schemas, never data. */
export interface MagicContext {
  /** Names of params that have a value already. */
  readonly filled: readonly string[];
  /** JSON Schema of what starts the run. */
  readonly trigger?: Json;
  /** Nearest first. */
  readonly upstream: readonly { readonly alias: string; readonly schema?: Json }[];
}

/** Steps before a node that are told of. */
const MOST_STEPS = 30;

/** What Magic Input is told of a node's surroundings. Shapes of real data stand for schemas that nobody wrote. */
export function magicContext(session: EditorSession, nodeId: string): MagicContext {
  const { upstream, trigger } = session.params.of(nodeId);
  const schema = schemaOf(trigger);
  return {
    filled: Object.keys(session.node(nodeId)?.config ?? {}),
    ...(schema && { trigger: schema }),
    upstream: upstream.slice(0, MOST_STEPS).map((step) => {
      const known = schemaOf(step);
      return { alias: step.alias, ...(known && { schema: known }) };
    }),
  };
}

function schemaOf({ schema, sample, source }: NodeOutput): JsonObject | undefined {
  if (schema !== undefined) return withoutValues(schema) as JsonObject;
  return sample === undefined || source === 'schema' ? undefined : shapeOf(sample);
}

/** Words that may hold data: what was once seen is no part of a shape. */
const VALUE_WORDS: ReadonlySet<string> = new Set(['default', 'examples', 'example', 'const']);

function withoutValues(schema: Json, isNames = false): Json {
  if (Array.isArray(schema)) return schema.map((each) => withoutValues(each));
  if (typeof schema !== 'object' || schema === null) return schema;
  return Object.fromEntries(
    Object.entries(schema)
      .filter(([key]) => isNames || !VALUE_WORDS.has(key))
      .map(([key, value]) => [key, withoutValues(value, !isNames && key === 'properties')]),
  );
}
