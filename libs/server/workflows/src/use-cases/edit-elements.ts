import { NodeCatalogue } from '@millrace/server-catalog';
import type { Actor } from '@millrace/server-identity';
import { conflict, newId, notFound, type DomainError } from '@millrace/server-platform';
import { applyEdit, type WorkflowDocument, type WorkflowEdge, type WorkflowNode } from '@millrace/workflow-model';
import { Injectable } from '@nestjs/common';
import { WorkflowStore } from '../persistence/workflow.store';
import { renameReferences } from '../rules/rename-references';
import { EditDraft } from './edit-draft';

/** The lists of a document whose elements can be edited one by one. */
export interface Elements {
  readonly nodes: WorkflowNode;
  readonly edges: WorkflowEdge;
}

/** Members of an element, not yet read as such. */
export type JsonParts = Readonly<Record<string, unknown>>;

/** Which list. */
export type ElementKind = keyof Elements;

/** Where to edit, and on which revision of the draft (any when absent). */
export interface ElementPlace<Kind extends ElementKind> {
  readonly workflowId: string;
  readonly kind: Kind;
  readonly expectedRevision?: number;
}

const WORDS: Readonly<Record<ElementKind, string>> = { nodes: 'node', edges: 'connection' };

/** Adds, changes and removes single nodes and edges of a draft. Each call is one new revision. */
@Injectable()
export class EditElements {
  constructor(
    private readonly store: WorkflowStore,
    private readonly drafts: EditDraft,
    private readonly catalogue: NodeCatalogue,
  ) {}

  /** In document order. @throws DomainError `NOT_FOUND` */
  async list<Kind extends ElementKind>(actor: Actor, place: ElementPlace<Kind>): Promise<readonly Elements[Kind][]> {
    const { draft } = await this.store.find(actor, place.workflowId);
    return elementsOf(draft, place.kind);
  }

  /** @throws DomainError `NOT_FOUND` */
  async get<Kind extends ElementKind>(actor: Actor, place: ElementPlace<Kind>, id: string): Promise<Elements[Kind]> {
    const { draft } = await this.store.find(actor, place.workflowId);
    return elementIn(draft, place.kind, id);
  }

  /**
   * Appends an element; one without an id gets one.
   * @throws DomainError `NOT_FOUND`, `ELEMENT_EXISTS`; WorkflowConflictError; WorkflowInvalidError
   */
  async add<Kind extends ElementKind>(
    actor: Actor,
    place: ElementPlace<Kind>,
    input: JsonParts,
  ): Promise<Elements[Kind]> {
    const id = typeof input['id'] === 'string' ? input['id'] : newId();
    const { draft } = await this.drafts.edit(actor, place.workflowId, {
      expectedRevision: place.expectedRevision,
      change: (before) => {
        if (find(before, place.kind, id)) throw exists(place.kind, id);
        return { ...before, [place.kind]: [...before[place.kind], { ...input, id }] };
      },
    });
    return elementIn(draft, place.kind, id);
  }

  /**
   * Replaces the members that `patch` holds; the id stays. A new label is followed by the references to the node.
   * @throws DomainError `NOT_FOUND`; WorkflowConflictError; WorkflowInvalidError
   */
  async change<Kind extends ElementKind>(
    actor: Actor,
    place: ElementPlace<Kind>,
    id: string,
    patch: JsonParts,
  ): Promise<Elements[Kind]> {
    const { draft } = await this.drafts.edit(actor, place.workflowId, {
      expectedRevision: place.expectedRevision,
      change: (before) => {
        elementIn(before, place.kind, id);
        const elements = this.withNewName(before, place.kind, { id, label: patch['label'] });
        return {
          ...before,
          [place.kind]: elements.map((element) => (element.id === id ? { ...element, ...patch, id } : element)),
        };
      },
    });
    return elementIn(draft, place.kind, id);
  }

  /** A node takes its edges with it. @throws DomainError `NOT_FOUND`; WorkflowConflictError */
  async remove(
    actor: Actor,
    { workflowId, kind, expectedRevision }: ElementPlace<ElementKind>,
    id: string,
  ): Promise<void> {
    await this.drafts.edit(actor, workflowId, {
      expectedRevision,
      change: (before) => {
        elementIn(before, kind, id);
        return applyEdit(
          before,
          kind === 'nodes' ? { kind: 'removeNode', nodeId: id } : { kind: 'removeEdge', edgeId: id },
        );
      },
    });
  }

  private withNewName(
    draft: WorkflowDocument,
    kind: ElementKind,
    { id, label }: { id: string; label: unknown },
  ): readonly { readonly id: string }[] {
    if (kind === 'edges' || typeof label !== 'string') return draft[kind];
    return renameReferences(draft, { nodeId: id, label }, this.catalogue.lookup);
  }
}

function elementsOf<Kind extends ElementKind>(draft: WorkflowDocument, kind: Kind): readonly Elements[Kind][] {
  return draft[kind] as readonly (WorkflowNode | WorkflowEdge)[] as readonly Elements[Kind][];
}

function find<Kind extends ElementKind>(draft: WorkflowDocument, kind: Kind, id: string): Elements[Kind] | undefined {
  return elementsOf(draft, kind).find((element) => element.id === id);
}

function elementIn<Kind extends ElementKind>(draft: WorkflowDocument, kind: Kind, id: string): Elements[Kind] {
  const element = find(draft, kind, id);
  if (!element) throw notFound('NOT_FOUND', `The draft has no ${WORDS[kind]} ${JSON.stringify(id.slice(0, 60))}.`);
  return element;
}

function exists(kind: ElementKind, id: string): DomainError {
  return conflict(
    'ELEMENT_EXISTS',
    `The draft already has a ${WORDS[kind]} ${JSON.stringify(id.slice(0, 60))}. Change that one, or use another id.`,
  );
}
