import type { CredentialTypeData } from '@millrace/workflow-model';
import { madeUpFields } from './pretended-account';

const type = (properties: object, secretFields: string[] = []): CredentialTypeData => ({
  ...{ type: 'spec', title: 'Spec', description: '', testable: false },
  fieldsSchema: { type: 'object', properties } as never,
  secretFields,
});

it('takes what stands there by default, else the example of the form, else something of the kind', () => {
  const fields = {
    baseUrl: { type: 'string', format: 'uri', default: 'https://slack.com/api', ui: { placeholder: 'https://…' } },
    sender: { type: 'string', default: '', ui: { placeholder: 'Acme <hello@acme.example>' } },
    port: { type: 'integer', default: 5_432 },
    kind: { type: 'string', enum: ['one', 'two'] },
    note: { type: 'string' },
  };
  expect(madeUpFields(type(fields))).toEqual({
    ...{ baseUrl: 'https://slack.com/api', sender: 'Acme <hello@acme.example>', port: 5_432, kind: 'one' },
    note: expect.any(String),
  });
});

it('has no secret fields', () => {
  const fields = { token: { type: 'string', default: 'x', ui: { placeholder: 'xoxb-…' } }, host: { type: 'string' } };
  expect(Object.keys(madeUpFields(type(fields, ['token'])))).toEqual(['host']);
  expect(madeUpFields({ ...type({}), fieldsSchema: {} })).toEqual({});
});
