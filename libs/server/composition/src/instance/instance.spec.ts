import { ProductRig } from '../testing/product-rig';

const QUERY = `{ instance { version publicUrl signUp mailFrom signIn { id name isReady callbackUrl missing }
  secrets { store isHealthy reason } limits { webhookPerMinute eachWebhookPerMinute userPerMinute } } }`;

let rig: ProductRig;

beforeAll(async () => {
  rig = await ProductRig.start({
    MILLRACE_PUBLIC_URL: 'https://flows.example.com',
    MILLRACE_SIGN_UP: 'closed',
    MAIL_URL: 'smtp://mailer:very-secret-word@mail.example.com:587',
    MAIL_FROM: 'Flows <flows@example.com>',
    GITHUB_CLIENT_ID: 'an-id',
    OIDC_ISSUER: 'https://login.example.com',
    OIDC_CLIENT_ID: 'millrace',
    OIDC_NAME: 'Example login',
    RATE_LIMIT_WEBHOOK_PER_MINUTE: '600',
  });
});
afterAll(() => rig.stop());

it('tells owners and admins how the installation is set up, and no secret of it', async () => {
  const { data } = await rig.graphql(await rig.tokenOf(await rig.person('Owner')), QUERY);
  const { signIn, version, ...rest } = data.instance;
  expect(version).toMatch(/^\d+\.\d+\.\d+/);
  expect(rest).toEqual({
    publicUrl: 'https://flows.example.com',
    signUp: false,
    mailFrom: 'Flows <flows@example.com>',
    secrets: { store: 'FILES', isHealthy: true, reason: null },
    limits: { webhookPerMinute: 600, eachWebhookPerMinute: 0, userPerMinute: 0 },
  });
  expect(signIn).toEqual([
    expect.objectContaining({ id: 'github', isReady: false, missing: ['GITHUB_CLIENT_SECRET'] }),
    expect.objectContaining({ id: 'google', missing: ['GOOGLE_CLIENT_ID', 'GOOGLE_CLIENT_SECRET'] }),
    {
      id: 'oidc',
      name: 'Example login',
      isReady: true,
      callbackUrl: 'https://flows.example.com/api/auth/elsewhere/oidc/callback',
      missing: [],
    },
  ]);
  expect(JSON.stringify(data)).not.toContain('very-secret-word');
});

it('tells others nothing', async () => {
  const owner = await rig.person('Owner');
  const editor = { ...(await rig.person('Editor')), workspaceId: owner.workspaceId, role: 'editor' as const };
  await rig.join(editor);
  const { errors } = await rig.graphql(await rig.tokenOf(editor), QUERY);
  expect(errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
});
