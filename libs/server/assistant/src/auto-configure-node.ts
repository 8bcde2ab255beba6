import type { LlmResult, LlmUsage } from '@millrace/llm';
import { addUsage } from '@millrace/llm';
import { NodeCatalogue } from '@millrace/server-catalog';
import { CredentialTypes } from '@millrace/server-credentials';
import { invalid, newId, notFound } from '@millrace/server-platform';
import { DocumentChecks, WorkflowInvalidError } from '@millrace/server-workflows';
import type { Json, JsonObject, NodeDefinitionData, Problem } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { AssistantModel } from './assistant-model';
import { shapeOfSchema } from './shape-of-schema';
import { maskKeys, withoutKeys } from './without-keys';
import { WRITING_RULES } from './writing-rules';

/** A step before the one that is filled in. */
export interface UpstreamStep {
  readonly alias: string;
  /** JSON Schema of its data; what could be data itself is dropped before a model sees it. */
  readonly schema?: Json;
}

/** What a person wants of a node. */
export interface ConfigureRequest {
  readonly nodeType: string;
  readonly intent: string;
  readonly upstream: readonly UpstreamStep[];
  /** JSON Schema of what starts the run. */
  readonly trigger?: Json;
  /** Names of params that are filled in already. Their values are not told to the model. */
  readonly filled: readonly string[];
}

/** Something that a person still has to decide. */
export interface OpenQuestion {
  /** Undefined when it is about no single param. */
  readonly param?: string;
  readonly question: string;
}

/** What the model proposes. Nothing is stored. */
export interface ProposedConfig {
  readonly config: JsonObject;
  readonly open: readonly OpenQuestion[];
  readonly credential?: { readonly slot: string; readonly type: string; readonly title: string };
  readonly explanation: string;
  readonly usage: LlmUsage;
  readonly costUsd?: number;
}

interface Answer {
  readonly config: JsonObject;
  readonly credentialType: string;
  readonly open: readonly { readonly param: string; readonly question: string }[];
  readonly explanation: string;
}

const LONGEST_INTENT = 4_000;
const LONGEST_DOCS = 8_000;
const MOST_STEPS = 50;
const TARGET = 'target';

const ANSWER_SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    config: { type: 'object', description: 'Params of the node by name, only those that the sentence asks for.' },
    credentialType: { type: 'string', description: 'Type of the account that the node needs; empty when none.' },
    open: {
      type: 'array',
      description: 'What the sentence does not tell and a person has to fill in.',
      items: {
        type: 'object',
        properties: { param: { type: 'string' }, question: { type: 'string' } },
        required: ['param', 'question'],
        additionalProperties: false,
      },
    },
    explanation: { type: 'string', description: 'One sentence: what was filled in.' },
  },
  required: ['config', 'credentialType', 'open', 'explanation'],
};

const SYSTEM = `You fill in the settings of one step of a workflow from a sentence. You are given the JSON Schema of its params, its documentation, the shapes of the data of earlier steps, and the credential types that exist.
Fill in only what the sentence asks for; leave out what it does not mention. Ask in "open" for what is needed and not told.
${WRITING_RULES}`;

/** Fills in a node from a sentence. The model sees schemas, never data, values or secrets. */
@Injectable()
export class AutoConfigureNode {
  constructor(
    private readonly model: AssistantModel,
    private readonly catalogue: NodeCatalogue,
    private readonly types: CredentialTypes,
    private readonly checks: DocumentChecks,
  ) {}

  /** @throws DomainError `NODE_TYPE_UNKNOWN`, `INTENT_INVALID`, `ASSISTANT_NOT_CONFIGURED`, and those of the model */
  async configure(request: ConfigureRequest): Promise<ProposedConfig> {
    const definition = this.catalogue.lookup(request.nodeType);
    if (definition === undefined) throw notFound('NODE_TYPE_UNKNOWN', `There is no node "${request.nodeType}".`);
    const intent = request.intent.trim();
    if (intent === '' || intent.length > LONGEST_INTENT) {
      throw invalid('INTENT_INVALID', `Say what the node is to do, in at most ${LONGEST_INTENT} characters.`);
    }
    if (request.upstream.length > MOST_STEPS)
      throw invalid('INTENT_INVALID', `Name at most ${MOST_STEPS} earlier steps.`);
    const prompt = JSON.stringify(this.brief(definition, { ...request, intent }));
    const first = await this.model.ask({ system: SYSTEM, prompt, schema: ANSWER_SCHEMA });
    const flaws = this.flawsOf(definition, request, answerIn(first));
    if (flaws.length === 0) return this.proposal(definition, request, [first]);
    const second = await this.model.ask({
      system: SYSTEM,
      messages: [
        { role: 'user', text: prompt },
        { role: 'assistant', text: first.text },
        {
          role: 'user',
          text: `The config is not right:\n- ${flaws.map(toldFlaw).join('\n- ')}\nAnswer again, mended.`,
        },
      ],
      schema: ANSWER_SCHEMA,
    });
    return this.proposal(definition, request, [first, second]);
  }

  private brief(definition: NodeDefinitionData, request: ConfigureRequest): JsonObject {
    const { type, title, description, paramsSchema, rawParams = [], docs = '' } = definition;
    return {
      intent: maskKeys(request.intent),
      node: {
        type,
        title,
        description,
        paramsSchema,
        withoutTemplates: [...rawParams],
        docs: docs.slice(0, LONGEST_DOCS),
      },
      filledAlready: request.filled.filter((name) => name in propertiesOf(definition)),
      earlierSteps: request.upstream.map(({ alias, schema }) => ({ alias, schema: shapeOfSchema(schema ?? {}) })),
      trigger: shapeOfSchema(request.trigger ?? {}),
      credentialTypes: this.fittingTypes(definition),
    };
  }

  private fittingTypes(definition: NodeDefinitionData): JsonObject[] {
    const wanted = new Set((definition.credentials ?? []).flatMap(({ types }) => types));
    return this.types
      .all()
      .filter(({ type, authenticate }) => wanted.has(type) || (wanted.has('*') && authenticate !== undefined))
      .map(({ type, title, domains = [] }) => ({ type, title, domains: [...domains] }));
  }

  private proposal(
    definition: NodeDefinitionData,
    request: ConfigureRequest,
    results: readonly [LlmResult, ...LlmResult[]],
  ): ProposedConfig {
    const answer = answerIn(results.at(-1) as LlmResult);
    const { config, removed } = withoutKeys(answer.config);
    // What is wrong even so is taken out, and asked for.
    const flaws = this.flawsOf(definition, request, { ...answer, config });
    const wrong = new Set(flaws.map(({ path }) => String(path?.[0] ?? '')));
    const known = propertiesOf(definition);
    const kept = Object.entries(config).filter(([name]) => !wrong.has(name) && name in known);
    const open: OpenQuestion[] = [
      ...answer.open.map(({ param, question }) => (param in known ? { param, question } : { question })),
      ...flaws.map((flaw) => ({ ...paramOf(flaw), question: flaw.message })),
      ...removed.map((path) => ({
        param: path.split('.')[0] as string,
        question: 'A key was left out: choose an account instead.',
      })),
    ];
    const credential = this.credentialFor(definition, answer.credentialType);
    const costs = results.map(({ costUsd }) => costUsd);
    const cost = costs.reduce<number | undefined>(
      (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
      0,
    );
    return {
      config: Object.fromEntries(kept),
      open: this.withMissing(open, definition, Object.fromEntries(kept), request.filled),
      ...(credential === undefined ? {} : { credential }),
      explanation: answer.explanation,
      usage: results.slice(1).reduce((sum, { usage }) => addUsage(sum, usage), results[0].usage),
      ...(cost === undefined ? {} : { costUsd: cost }),
    };
  }

  /** A required param that nobody has filled in is asked for, whether the model thought of it or not. */
  private withMissing(
    open: readonly OpenQuestion[],
    definition: NodeDefinitionData,
    config: JsonObject,
    filled: readonly string[],
  ): OpenQuestion[] {
    const required = (definition.paramsSchema['required'] ?? []) as string[];
    const properties = propertiesOf(definition);
    const asked = new Set(open.map(({ param }) => param));
    const missing = required.filter((name) => !(name in config) && !filled.includes(name) && !asked.has(name));
    const isWithoutDefault = (name: string): boolean => !('default' in ((properties[name] ?? {}) as JsonObject));
    return [...open, ...missing.filter(isWithoutDefault).map((param) => ({ param, question: 'This is needed.' }))];
  }

  private credentialFor(definition: NodeDefinitionData, type: string): ProposedConfig['credential'] {
    const known = this.types.all().find((one) => one.type === type);
    const slot = definition.credentials?.find(({ types }) => types.includes(type) || types.includes('*'));
    return known && slot && { slot: slot.id, type, title: known.title };
  }

  /** What the validator has against the config in its place; what is missing is no flaw. */
  private flawsOf(definition: NodeDefinitionData, request: ConfigureRequest, { config }: Answer): readonly Problem[] {
    const document = trialDocument(definition, request, config);
    try {
      return this.checks.problemsOf(this.checks.read(document).document).filter(isFlaw);
    } catch (error) {
      if (!(error instanceof WorkflowInvalidError)) throw error;
      return error.details.problems.filter(({ severity }) => severity === 'error');
    }
  }
}

/** The node behind steps that stand for the earlier ones, so that references to them can be judged. */
function trialDocument(definition: NodeDefinitionData, request: ConfigureRequest, config: JsonObject): Json {
  const target = { id: TARGET, type: definition.type, label: 'MagicInputTarget', config };
  if (definition.traits.trigger === true) return { id: newId(), name: 'Trial', nodes: [target], edges: [] };
  const steps = request.upstream.map(({ alias }, index) => ({ id: `step-${index}`, type: 'no-op', label: alias }));
  const ids = ['start', ...steps.map(({ id }) => id), TARGET];
  const edges = ids.slice(1).map((id, index) => ({ id: `edge-${index}`, source: ids[index] as string, target: id }));
  return {
    id: newId(),
    name: 'Trial',
    nodes: [{ id: 'start', type: 'manual-trigger', label: 'MagicInputStart' }, ...steps, target],
    edges,
  };
}

function isFlaw({ severity, nodeId, code }: Problem): boolean {
  return severity === 'error' && nodeId === TARGET && code !== 'MISSING_PARAM' && !code.startsWith('CREDENTIAL_');
}

function toldFlaw({ path, message }: Problem): string {
  return path === undefined ? message : `${path.join('.')}: ${message}`;
}

function paramOf({ path }: Problem): { param?: string } {
  const [name] = path ?? [];
  return typeof name === 'string' ? { param: name } : {};
}

function answerIn(result: LlmResult): Answer {
  return result.object as unknown as Answer;
}

function propertiesOf({ paramsSchema }: NodeDefinitionData): JsonObject {
  return (paramsSchema['properties'] ?? {}) as JsonObject;
}
