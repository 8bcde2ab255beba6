import { TestBed } from '@angular/core/testing';
import { BROWSER } from '../http/browser';
import { Session } from '../session/session';
import { FakeServer } from '../testing';
import { executionValue } from './execution-value';
import { GraphqlApi } from './graphql-api';

let server: FakeServer;

beforeEach(async () => {
  server = new FakeServer().signsIn();
  TestBed.configureTestingModule({ providers: [{ provide: BROWSER, useValue: server }] });
  await TestBed.inject(Session).signIn({ email: 'ana@example.com', password: 'correct horse' });
});

const part = (text: string, nextOffset: number | null) => ({
  execution: { __typename: 'Execution', id: 'run', value: { __typename: 'ValuePart', text, bytes: 9, nextOffset } },
});

it('puts the parts of a large value together', async () => {
  const parts = [part('{"a":', 5), part('[1,2]}', null)];
  server.on('ExecutionValue', () => parts.shift() ?? part('', null));
  expect(await executionValue(TestBed.inject(GraphqlApi), 'run', 'p')).toEqual({ a: [1, 2] });
});

it('says when it is not kept any more', async () => {
  server.on('ExecutionValue', () => ({ execution: null }));
  await expect(executionValue(TestBed.inject(GraphqlApi), 'run', 'p')).rejects.toMatchObject({
    code: 'VALUE_NOT_FOUND',
  });
});
