import { defineCredential } from '@millrace/node-sdk';
import { z } from 'zod';
import { baseUrlField, secretField } from '../../shared/service-params';

/** An account of GitHub. */
export const githubCredential = defineCredential({
  type: 'github',
  title: 'GitHub',
  description: 'Opens repositories on GitHub. Create a token at github.com/settings/tokens.',
  keywords: ['git', 'code', 'issues', 'repository'],
  fields: z.object({
    token: secretField('Access token', 'github_pat_…'),
    baseUrl: baseUrlField(
      'https://api.github.com',
      'Where the API is. GitHub Enterprise Server: https://your-host/api/v3.',
    ),
  }),
  secrets: ['token'],
  authenticate: { headers: { authorization: 'Bearer {{token}}' } },
  domains: ['api.github.com'],
  hostField: 'baseUrl',
  test: {
    method: 'GET',
    url: '{{baseUrl}}/user',
    headers: {
      accept: 'application/vnd.github+json',
      'x-github-api-version': '2022-11-28',
      'user-agent': 'Millrace',
    },
    accountPath: 'login',
  },
});
