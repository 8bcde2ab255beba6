import { inject, Injectable } from '@angular/core';
import { ApiError, BROWSER, Session } from '@millrace/web-api';

/** Runs that are read at the same time. */
const AT_ONCE = 4;

/** Gives runs with their documents, logs and values as JSON text, as the server exports them. */
@Injectable({ providedIn: 'root' })
export class ExportRuns {
  private readonly browser = inject(BROWSER);
  private readonly session = inject(Session);

  /** One run as its own file, several as a list in one. @throws ApiError when any cannot be read */
  async text(ids: readonly string[]): Promise<string> {
    const texts = new Array<string>(ids.length);
    const next = ids.entries();
    const work = async (): Promise<void> => {
      for (const [index, id] of next) texts[index] = await this.one(id);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return texts.length === 1 ? (texts[0] ?? '') : `{"kind":"millrace/executions@1","executions":[${texts.join(',')}]}`;
  }

  private async one(id: string): Promise<string> {
    const headers = { authorization: `Bearer ${await this.session.accessToken()}` };
    const response = await this.browser.fetch(`/api/executions/${encodeURIComponent(id)}/export`, { headers });
    if (response.ok) return response.text();
    throw new ApiError({
      code: 'EXPORT_FAILED',
      message: `Run ${id} could not be read (HTTP ${response.status}). It may have been deleted; refresh the list.`,
      category: response.status === 404 ? 'NOT_FOUND' : 'INTERNAL',
    });
  }
}
