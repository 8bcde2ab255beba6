import type { Actor } from '@millrace/server-identity';
import { newId, notFound } from '@millrace/server-platform';
import { Injectable } from '@nestjs/common';
import { DocumentChecks } from '../document-checks';
import type { WorkflowEntity } from '../persistence/workflow.entity';
import { UNPUBLISHED_VERSION } from '../rules/next-version';
import { CreateWorkflow } from '../use-cases/create-workflow';
import type { TemplateSource, WorkflowTemplate } from './template';
import { templateSources } from './templates.generated';

/** The workflows that ship with the product, to begin with. */
@Injectable()
export class Templates {
  #all: readonly WorkflowTemplate[] | undefined;

  constructor(
    private readonly documents: DocumentChecks,
    private readonly creation: CreateWorkflow,
  ) {}

  /** By name. */
  all(): readonly WorkflowTemplate[] {
    this.#all ??= templateSources
      .map((source) => this.#read(source))
      .sort((one, other) => one.name.localeCompare(other.name));
    return this.#all;
  }

  find(id: string): WorkflowTemplate | undefined {
    return this.all().find((template) => template.id === id);
  }

  /** Makes a workflow of its own out of a template. @throws DomainError `TEMPLATE_NOT_FOUND` */
  use(actor: Actor, id: string, name?: string): Promise<WorkflowEntity> {
    const template = this.find(id);
    if (!template)
      return Promise.reject(notFound('TEMPLATE_NOT_FOUND', `There is no template ${JSON.stringify(id.slice(0, 60))}.`));
    const document = {
      ...template.document,
      id: newId(),
      version: UNPUBLISHED_VERSION,
      name: name?.trim() || template.name,
    };
    return this.creation.create(actor, document).then(({ workflow }) => workflow);
  }

  #read({ id, workflow, payload }: TemplateSource): WorkflowTemplate {
    const { document } = this.documents.read(workflow, { id });
    const { name, metadata } = document;
    return {
      ...{ id, name, document, payload },
      description: metadata.description ?? '',
      tags: metadata.tags,
      nodeTypes: [...new Set(document.nodes.map(({ type }) => type))],
    };
  }
}
