import { optionSources } from '@millrace/nodes';
import type { OptionChoice } from '@millrace/nodes';
import type { Actor } from '@millrace/server-identity';
import { Bell, Queue, newId, notFound } from '@millrace/server-platform';
import type { JsonObject } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { NodeCatalogue } from '../node-catalogue';
import { NODE_OPTIONS_BELL, nodeOptionsQueue, type NodeOptionsAnswer, type NodeOptionsJob } from './node-options.queue';

/** Milliseconds that a person waits for the service. */
const PATIENCE_MS = 8_000;
const MOST_CHOICES = 300;

/** Which choices are wanted. */
export interface NodeOptionsRequest {
  readonly type: string;
  /** Name of the param, or a path into it such as `tools.action`. */
  readonly param: string;
  readonly credentialId?: string;
  /** Part of a value or label. */
  readonly search?: string;
}

/** Choices of a param. */
export interface NodeOptionsResult {
  readonly options: readonly OptionChoice[];
  /** Whether the service itself was asked. */
  readonly live: boolean;
  /** Why it was not, if somebody could do something about it. */
  readonly message: string | null;
}

/** The choices of a param: asked of the service through an account, else those that come with the product. */
@Injectable()
export class NodeOptions {
  constructor(
    private readonly catalogue: NodeCatalogue,
    private readonly queue: Queue,
    private readonly bell: Bell,
  ) {}

  /** @throws DomainError `OPTIONS_UNKNOWN` when the param has no list of choices */
  async list(actor: Actor, request: NodeOptionsRequest): Promise<NodeOptionsResult> {
    const name = this.sourceOf(request);
    const { credentialId, search = '' } = request;
    if (name === 'actions') return { options: chosen(this.actions(), search), live: true, message: null };
    const source = optionSources[name];
    if (source === undefined) throw unknown(request);
    const answer =
      credentialId === undefined || credentialId === ''
        ? null
        : await this.ask({ workspaceId: actor.workspaceId, userId: actor.userId, credentialId, source: name });
    const choices = answer?.choices ?? source.shipped();
    return {
      options: chosen(choices, search),
      live: answer !== null && answer.choices !== null,
      message: answer?.message ?? null,
    };
  }

  /** Nodes that another node, such as an agent, can perform. */
  private actions(): OptionChoice[] {
    return this.catalogue
      .newest()
      .filter(({ traits, deprecated }) => !traits.trigger && !traits.suspends && deprecated !== true)
      .map(({ type, title, description }) => ({ value: type, label: title, hint: description }));
  }

  private sourceOf(request: NodeOptionsRequest): string {
    const schema = this.catalogue.lookup(request.type)?.paramsSchema ?? {};
    const { options } = (schemaAt(schema, request.param.split('.'))?.['ui'] ?? {}) as { options?: string };
    if (options === undefined) throw unknown(request);
    return options;
  }

  private async ask(job: Omit<NodeOptionsJob, 'askId'>): Promise<NodeOptionsAnswer> {
    const askId = newId();
    const late = { askId, choices: null, message: 'No worker has answered. The list may be out of date.' };
    let timer: NodeJS.Timeout | undefined;
    let stop = (): void => undefined;
    const answered = new Promise<NodeOptionsAnswer>((resolve) => {
      stop = this.bell.on(NODE_OPTIONS_BELL, (line) => {
        const answer = JSON.parse(line) as NodeOptionsAnswer;
        if (answer.askId === askId) resolve(answer);
      });
      timer = setTimeout(() => resolve(late), PATIENCE_MS);
    });
    try {
      await this.bell.listening(NODE_OPTIONS_BELL);
      await this.queue.send(nodeOptionsQueue, { ...job, askId });
      return await answered;
    } finally {
      stop();
      clearTimeout(timer);
    }
  }
}

function chosen(choices: readonly OptionChoice[], search: string): OptionChoice[] {
  const wanted = search.trim().toLowerCase();
  const fits = ({ value, label = '' }: OptionChoice): boolean => `${value} ${label}`.toLowerCase().includes(wanted);
  return choices.filter(fits).slice(0, MOST_CHOICES);
}

/** The schema of a param, or of a part of it such as `tools.action`; lists are looked into. */
function schemaAt(schema: JsonObject, path: readonly string[]): JsonObject | undefined {
  const [name, ...rest] = path;
  if (name === undefined) return schema;
  const holder = schema['type'] === 'array' ? ((schema['items'] ?? {}) as JsonObject) : schema;
  const properties = (holder['properties'] ?? {}) as JsonObject;
  return Object.hasOwn(properties, name) ? schemaAt(properties[name] as JsonObject, rest) : undefined;
}

function unknown({ type, param }: NodeOptionsRequest): Error {
  return notFound('OPTIONS_UNKNOWN', `The param "${param}" of "${type}" has no list of choices.`);
}
