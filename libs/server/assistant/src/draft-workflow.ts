import { addUsage } from '@millrace/llm';
import type { LlmResult, LlmUsage } from '@millrace/llm';
import { NodeCatalogue } from '@millrace/server-catalog';
import { invalid, newId } from '@millrace/server-platform';
import { DocumentChecks, WorkflowInvalidError } from '@millrace/server-workflows';
import type { Json, JsonObject, NodeDefinitionData, Problem, WorkflowDocument } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { AssistantModel } from './assistant-model';
import { placed } from './placed';
import { maskKeys, withoutKeys } from './without-keys';
import { WRITING_RULES } from './writing-rules';

/** A workflow that the model proposes. Nothing is stored. */
export interface DraftedWorkflow {
  readonly document: WorkflowDocument;
  /** Errors and warnings that are left, missing accounts among them. */
  readonly problems: readonly Problem[];
  readonly explanation: string;
  readonly usage: LlmUsage;
  readonly costUsd?: number;
}

interface Choice {
  readonly types: readonly string[];
}

interface Sketch {
  readonly name: string;
  readonly nodes: readonly {
    readonly id: string;
    readonly type: string;
    readonly label: string;
    readonly config: JsonObject;
  }[];
  readonly edges: readonly { readonly source: string; readonly sourceHandle?: string; readonly target: string }[];
  readonly explanation: string;
}

/** A sketch that was read, or why it could not be. */
interface Read {
  readonly document?: WorkflowDocument;
  readonly problems: readonly Problem[];
}

const LONGEST_DESCRIPTION = 8_000;
const MOST_TYPES = 20;
const LONGEST_DOCS = 2_500;

const CHOICE_SCHEMA: JsonObject = {
  type: 'object',
  properties: { types: { type: 'array', items: { type: 'string' } } },
  required: ['types'],
  additionalProperties: false,
};

const text = { type: 'string' };
const SKETCH_SCHEMA: JsonObject = {
  type: 'object',
  properties: {
    name: text,
    nodes: {
      type: 'array',
      items: {
        type: 'object',
        properties: { id: text, type: text, label: text, config: { type: 'object' } },
        required: ['id', 'type', 'label', 'config'],
      },
    },
    edges: {
      type: 'array',
      items: {
        type: 'object',
        properties: { source: text, sourceHandle: text, target: text },
        required: ['source', 'target'],
      },
    },
    explanation: text,
  },
  required: ['name', 'nodes', 'edges', 'explanation'],
};

const CHOOSE = `You choose the steps of a workflow from a catalogue. Answer with the types that the described workflow needs, at least one trigger among them and at most ${MOST_TYPES}. Prefer the step of a service over a plain HTTP request.`;
const SKETCH = `You draft a workflow from a description, out of the given node types.
- Exactly one trigger, unless the description asks for several. A trigger has no edge into it; every other node can be reached from one.
- An edge leads from an output port of a node ("main" when absent; others are listed) to another node. There are no cycles.
- A label is short and unlike the others; its alias is the label without spaces and punctuation, and templates use the alias.
- "config" holds only params of the node's schema.
${WRITING_RULES}`;

/** Drafts a workflow from a description. */
@Injectable()
export class DraftWorkflow {
  constructor(
    private readonly model: AssistantModel,
    private readonly catalogue: NodeCatalogue,
    private readonly checks: DocumentChecks,
  ) {}

  /** @throws DomainError `DESCRIPTION_INVALID`, `DRAFT_UNUSABLE`, `ASSISTANT_NOT_CONFIGURED`, and those of the model */
  async draft(given: string): Promise<DraftedWorkflow> {
    const description = maskKeys(given.trim());
    if (description === '' || description.length > LONGEST_DESCRIPTION) {
      throw invalid('DESCRIPTION_INVALID', `Describe the workflow in at most ${LONGEST_DESCRIPTION} characters.`);
    }
    const chosen = await this.model.ask({
      system: CHOOSE,
      prompt: this.catalogueBrief(description),
      schema: CHOICE_SCHEMA,
    });
    const prompt = JSON.stringify({ description, nodeTypes: this.briefs((chosen.object as unknown as Choice).types) });
    const first = await this.model.ask({ system: SKETCH, prompt, schema: SKETCH_SCHEMA });
    const read = this.read(first);
    const errors = read.problems.filter(isInTheWay);
    if (read.document && errors.length === 0) return drafted(read, [chosen, first]);
    const second = await this.model.ask({
      system: SKETCH,
      messages: [
        { role: 'user', text: prompt },
        { role: 'assistant', text: first.text },
        {
          role: 'user',
          text: `The workflow is not right:\n- ${errors.map(toldProblem).join('\n- ')}\nAnswer again, mended.`,
        },
      ],
      schema: SKETCH_SCHEMA,
    });
    return drafted(this.read(second), [chosen, first, second]);
  }

  private catalogueBrief(description: string): string {
    const nodeTypes = this.catalogue
      .newest()
      .filter(({ deprecated }) => deprecated !== true)
      .map(({ type, title, category, description: about }) => ({ type, title, category, description: about }));
    return JSON.stringify({ description, nodeTypes });
  }

  private briefs(types: readonly string[]): JsonObject[] {
    const wanted = [...new Set(types)].slice(0, MOST_TYPES);
    const found = wanted.flatMap((type) => this.catalogue.lookup(type) ?? []);
    const withTrigger = found.some(({ traits }) => traits.trigger) ? [] : [this.catalogue.lookup('manual-trigger')];
    return [...found, ...withTrigger].flatMap((definition) => (definition ? [briefOf(definition)] : []));
  }

  private read(result: LlmResult): Read {
    const { name, nodes, edges } = result.object as unknown as Sketch;
    const input = {
      name: name.trim().slice(0, 200) || 'Draft',
      nodes: nodes.map(({ id, type, label, config }) => ({ id, type, label, config: withoutKeys(config).config })),
      edges: edges.map(({ source, sourceHandle = '', target }, index) => ({
        ...{ id: `edge-${index + 1}`, source, target },
        sourceHandle: sourceHandle === '' ? 'main' : sourceHandle,
      })),
    };
    try {
      const { document, problems } = this.checks.read(input, { id: newId() });
      return { document: placed(document), problems: [...problems, ...this.checks.problemsOf(document)] };
    } catch (error) {
      if (!(error instanceof WorkflowInvalidError)) throw error;
      return { problems: error.details.problems };
    }
  }
}

function drafted({ document, problems }: Read, results: readonly [LlmResult, ...LlmResult[]]): DraftedWorkflow {
  if (document === undefined) {
    throw invalid(
      'DRAFT_UNUSABLE',
      `The model gave no workflow that can be read: ${problems[0]?.message ?? ''} Describe it in other words.`,
    );
  }
  const costs = results.map(({ costUsd }) => costUsd);
  const cost = costs.reduce<number | undefined>(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0,
  );
  const [first, ...others] = results;
  return {
    document,
    problems,
    explanation: (results.at(-1)?.object as unknown as Sketch).explanation,
    usage: others.reduce((sum, { usage }) => addUsage(sum, usage), first.usage),
    ...(cost === undefined ? {} : { costUsd: cost }),
  };
}

function briefOf(definition: NodeDefinitionData): JsonObject {
  const {
    type,
    title,
    description,
    paramsSchema,
    rawParams = [],
    outputs,
    dynamicOutputs,
    outputSchema,
    docs = '',
  } = definition;
  const more: Record<string, Json> = {
    ...(dynamicOutputs === undefined ? {} : { dynamicOutputs: { ...dynamicOutputs } }),
    ...(outputSchema === undefined ? {} : { outputSchema }),
  };
  return {
    ...{ type, title, description, paramsSchema, withoutTemplates: [...rawParams], docs: docs.slice(0, LONGEST_DOCS) },
    isTrigger: definition.traits.trigger === true,
    outputPorts: outputs.map(({ id }) => id),
    ...more,
  };
}

/** A missing account is a person's business. */
function isInTheWay({ severity, code }: Problem): boolean {
  return severity === 'error' && !code.startsWith('CREDENTIAL_');
}

function toldProblem({ nodeId, path, message }: Problem): string {
  const where = [nodeId, ...(path ?? [])].filter((part) => part !== undefined).join('.');
  return where === '' ? message : `${where}: ${message}`;
}
