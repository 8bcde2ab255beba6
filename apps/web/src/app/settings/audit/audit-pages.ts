import { inject, Injectable } from '@angular/core';
import { ApiError, BROWSER, GraphqlApi, Session } from '@millrace/web-api';
import { AuditLogDocument, type AuditFilterInput, type AuditRowFragment } from '@millrace/web-api/graphql';
import { exportPath } from './audit-query';

/** Some lines of the log, and how to get those before them. */
export interface AuditPage {
  readonly rows: readonly AuditRowFragment[];
  /** Null at the end. */
  readonly next: string | null;
}

/** The audit log, at the server. Everything throws `ApiError`. */
@Injectable({ providedIn: 'root' })
export class AuditPages {
  private readonly api = inject(GraphqlApi);
  private readonly session = inject(Session);
  private readonly browser = inject(BROWSER);

  async read(filter: AuditFilterInput, after: string | null, signal?: AbortSignal): Promise<AuditPage> {
    const { auditLog } = await this.api.query(AuditLogDocument, { filter, after }, signal ? { signal } : {});
    const { hasNextPage, endCursor } = auditLog.pageInfo;
    return { rows: auditLog.nodes, next: hasNextPage ? (endCursor ?? null) : null };
  }

  /** Every line that fits, as the text of a file. */
  async export(filter: AuditFilterInput, format: 'csv' | 'json'): Promise<string> {
    const headers = { authorization: `Bearer ${await this.session.accessToken()}` };
    const response = await this.browser.fetch(exportPath(filter, format), { headers });
    if (response.ok) return response.text();
    const body = (await response.json().catch(() => null)) as { error?: { code?: string; message?: string } } | null;
    throw new ApiError({
      code: body?.error?.code ?? `HTTP_${response.status}`,
      message: body?.error?.message ?? `The server answered with status ${response.status}.`,
      category: 'INTERNAL',
    });
  }
}
