import { inject, Injectable } from '@angular/core';
import { accepted, ApiError, GraphqlApi } from '@millrace/web-api';
import {
  TemplateByIdDocument,
  TemplateListDocument,
  WorkflowCreateFromTemplateDocument,
} from '@millrace/web-api/graphql';
import type { Json, WorkflowDocument } from '@millrace/workflow-model';
import { rememberAccountsNeeded } from '../credentials/accounts-needed';
import type { TemplateCard } from './template-search';

/** A template with the sample that it can be tried with. */
export interface TemplateDetail extends TemplateCard {
  readonly payload: Json;
}

/** Templates of the API. */
@Injectable({ providedIn: 'root' })
export class ApiTemplates {
  private readonly api = inject(GraphqlApi);

  /** @throws ApiError */
  async list(): Promise<readonly TemplateCard[]> {
    const { templates } = await this.api.query(TemplateListDocument, {}, { from: 'cached' });
    return templates.map((one) => ({ ...one, document: one.document as unknown as WorkflowDocument }));
  }

  /** @throws ApiError `TEMPLATE_NOT_FOUND` */
  async detail(id: string): Promise<TemplateDetail> {
    const { template } = await this.api.query(TemplateByIdDocument, { id }, { from: 'cached' });
    if (!template) {
      const message = `There is no template “${id}”. It may have been renamed.`;
      throw new ApiError({ code: 'TEMPLATE_NOT_FOUND', message, category: 'NOT_FOUND' });
    }
    const { document, payload, ...rest } = template;
    return { ...rest, document: document as unknown as WorkflowDocument, payload: (payload ?? null) as Json };
  }

  /** Makes a workflow out of a template and gives its id. @throws ApiError */
  async use(id: string): Promise<string> {
    const payload = accepted(
      (await this.api.mutate(WorkflowCreateFromTemplateDocument, { id })).workflowCreateFromTemplate,
    );
    const made = payload.workflow?.id ?? '';
    rememberAccountsNeeded(made);
    return made;
  }
}
