import { inject, Injectable } from '@angular/core';
import { apiErrorOf } from '@millrace/web-api';
import type { EditorSession } from '@millrace/web-canvas';
import { type Extraction, extractionOf } from '@millrace/web-canvas/extract';
import { Announcer, Dialogs, Toasts } from '@millrace/web-ui/base';
import { SubWorkflows } from '../api/sub-workflows';
import type { EditorState } from '../editor-state';

const LOADING = { code: 'STILL_LOADING', refused: 'The editor is still loading; try again in a moment.' } as const;

type Refusal = typeof LOADING | { readonly code: string; readonly refused: string };

/** Makes selected steps a workflow of their own, and puts a step that runs it in their place. */
@Injectable({ providedIn: 'root' })
export class ConvertSteps {
  readonly #workflows = inject(SubWorkflows);
  readonly #dialogs = inject(Dialogs);
  readonly #toasts = inject(Toasts);
  readonly #announcer = inject(Announcer);

  /** Asks for its name first. Where it cannot be done, the session's refusal says why. */
  async convert(state: EditorState, nodeIds: readonly string[]): Promise<void> {
    const { session } = state;
    session.problems.check();
    const extraction = extractionFor(session, nodeIds);
    if ('refused' in extraction) return void session.perform(extraction);
    const name = await this.#dialogs.prompt({
      heading: 'Convert to sub-workflow',
      label: 'Name of the new workflow',
      help: helpOf(extraction),
      value: nameFor(session, extraction),
      action: 'Convert',
    });
    if (name === undefined) return;
    try {
      const id = await this.#workflows.create(extraction.documentOf(name));
      await this.#replace(state, nodeIds, { id, name });
    } catch (error) {
      this.#toasts.show(`Nothing was converted. ${apiErrorOf(error).message}`, { tone: 'error' });
    }
  }

  /** The workflow may have changed while the other was made: then its steps may fit no more. */
  async #replace(
    state: EditorState,
    nodeIds: readonly string[],
    called: { readonly id: string; readonly name: string },
  ): Promise<void> {
    const { session } = state;
    const extraction = extractionFor(session, nodeIds);
    const operation = 'refused' in extraction ? extraction : extraction.replacedBy(called);
    if (!session.perform(operation) || !('nodeId' in operation)) return this.#workflows.remove(called.id);
    this.#announcer.say(`Converted to the workflow ${called.name}`);
    setTimeout(() => state.focusNode(operation.nodeId));
  }
}

/** Why steps cannot become a workflow of their own; undefined when they can. */
export function whyNotConverted(session: EditorSession, nodeIds: readonly string[]): string | undefined {
  const extraction = extractionFor(session, nodeIds);
  return 'refused' in extraction ? extraction.refused : undefined;
}

function extractionFor(session: EditorSession, nodeIds: readonly string[]): Extraction | Refusal {
  const context = session.rewritingContext();
  if (context === undefined) return LOADING;
  const extraction = extractionOf(context, nodeIds);
  if ('refused' in extraction) return extraction;
  const problem = session.problems.errors().find(({ nodeId }) => extraction.part.ids.has(nodeId ?? ''));
  if (problem === undefined) return extraction;
  const name = session.node(problem.nodeId ?? '')?.label ?? '';
  return { code: 'NOT_READY', refused: `"${name}" is not ready to be published: ${problem.message}` };
}

/** The name of a group that is converted as a whole, else what it is a part of. */
function nameFor(session: EditorSession, { part }: Extraction): string {
  const ids = part.nodes.map(({ id }) => id);
  const group = session
    .groups()
    .find(({ nodeIds }) => nodeIds.length === ids.length && nodeIds.every((id) => ids.includes(id)));
  const [only] = part.nodes;
  return (
    group?.label ?? (ids.length === 1 && only !== undefined ? only.label : `${session.name()}: ${part.entry.label}`)
  );
}

function helpOf({ part, names }: Extraction): string {
  const steps = part.ids.size === 1 ? 'The step becomes' : `The ${part.ids.size} steps become`;
  const gets = names.length === 0 ? 'what comes in' : names.join(', ');
  return `${steps} a published workflow that other workflows can run, too. It gets ${gets}.`;
}
