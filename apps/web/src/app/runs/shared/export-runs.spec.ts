import { TestBed } from '@angular/core/testing';
import { BROWSER, Session, type Browser } from '@millrace/web-api';
import { ExportRuns } from './export-runs';

let asked: { url: string; token: string | undefined }[];
let exporting: ExportRuns;

function serverAnswers(answer: (id: string) => Response | object): void {
  asked = [];
  const fetch: Browser['fetch'] = async (url, init) => {
    asked.push({ url, token: (init?.headers as Record<string, string>)['authorization'] });
    return answer(url.split('/').at(-2) ?? '') as Response;
  };
  TestBed.configureTestingModule({
    providers: [
      { provide: BROWSER, useValue: { fetch } },
      { provide: Session, useValue: { accessToken: async () => 'token' } },
    ],
  });
  exporting = TestBed.inject(ExportRuns);
}

const fine = (text: string) => ({ ok: true, status: 200, text: async () => text });

it('one run is its own file', async () => {
  serverAnswers((id) => fine(`{"execution":"${id}"}`));
  expect(await exporting.text(['r1'])).toBe('{"execution":"r1"}');
  expect(asked).toEqual([{ url: '/api/executions/r1/export', token: 'Bearer token' }]);
});

it('several runs stand in one list, in the order in which they were named', async () => {
  serverAnswers((id) => fine(JSON.stringify(id)));
  const ids = Array.from({ length: 9 }, (_, index) => `r${index}`);
  expect(JSON.parse(await exporting.text(ids))).toEqual({ kind: 'millrace/executions@1', executions: ids });
});

it('says which run cannot be read', async () => {
  serverAnswers((id) => (id === 'r2' ? { ok: false, status: 404 } : fine('1')));
  await expect(exporting.text(['r1', 'r2'])).rejects.toMatchObject({
    code: 'EXPORT_FAILED',
    category: 'NOT_FOUND',
    message: expect.stringContaining('r2'),
  });
});
