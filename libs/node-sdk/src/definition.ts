import type { DefinitionLookup, NodeDefinitionData } from '@millrace/workflow-model';
import type { z } from 'zod';
import type { RunContext } from './context';
import type { Outcome, Wake } from './outcome';
import type { Polling } from './polling';
import type { Subscription } from './subscription';

/** What a node author writes: the data of the definition with a zod schema in place of the JSON Schema. */
export interface NodeDefinition<Params extends z.ZodObject = z.ZodObject> extends Omit<
  NodeDefinitionData,
  'paramsSchema' | 'outputSchema'
> {
  readonly params: Params;
  readonly output?: z.ZodType;
}

export type ParamsOf<D extends NodeDefinition> = z.output<D['params']>;

export type Run<D extends NodeDefinition> = (ctx: RunContext, params: ParamsOf<D>) => Outcome | Promise<Outcome>;
export type Resume<D extends NodeDefinition> = (
  ctx: RunContext,
  params: ParamsOf<D>,
  wake: Wake,
) => Outcome | Promise<Outcome>;

/**
 * A definition with its behaviour. Pure nodes answer synchronously: the runner then needs no turn of the event loop.
 * `run` and `resume` are methods so that a list can hold implementations of different params.
 */
export interface NodeImplementation<D extends NodeDefinition = NodeDefinition> {
  readonly definition: D;
  run(ctx: RunContext, params: ParamsOf<D>): Outcome | Promise<Outcome>;
  /** Called instead of `run` when a wait is over. Without it the wake's payload is the output of `main`. */
  resume?(ctx: RunContext, params: ParamsOf<D>, wake: Wake): Outcome | Promise<Outcome>;
  /** For triggers that start on a webhook of a service. */
  readonly subscription?: Subscription;
  /** For triggers whose service is asked again and again. */
  readonly polling?: Polling;
}

/** Declares a node as data. Fills nothing in: what is written is what is served. */
export function defineNode<P extends z.ZodObject>(definition: NodeDefinition<P>): NodeDefinition<P> {
  return definition;
}

/** Joins a definition to its behaviour. */
export function implementNode<D extends NodeDefinition>(
  definition: D,
  behaviour: { run: Run<D>; resume?: Resume<D>; subscription?: Subscription; polling?: Polling },
): NodeImplementation<D> {
  return { definition, ...behaviour };
}

export type { DefinitionLookup };
