import { Injectable } from '@nestjs/common';
import { Resolver, Subscription } from '@nestjs/graphql';
import { Bell, newId, SubscriptionServer } from '@millrace/server-platform';
import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import { Requires } from '../access/decorators';
import { IdentityRig, type Person } from '../testing/identity-rig';
import { CloseSockets } from './close-sockets';

/** A subscription that says once that it is open, and then nothing for ever. */
@Injectable()
@Resolver()
class QuietResolver {
  @Requires('execution:read')
  @Subscription(() => String, { resolve: (value: string) => value })
  async *quiet(): AsyncGenerator<string> {
    yield 'open';
    await new Promise(() => undefined);
  }
}

let rig: IdentityRig;
let owner: Person;

beforeAll(async () => {
  rig = await IdentityRig.start({}, { providers: [QuietResolver] });
  owner = await rig.signUp();
});
afterAll(() => rig.stop());

/** Opens a subscription; resolves when it is open, with a promise of the code that the socket is closed with. */
async function watch(token: string): Promise<{ closed: Promise<number>; dispose: () => void }> {
  let heard: (code: number) => void = () => undefined;
  const closed = new Promise<number>((resolve) => (heard = resolve));
  const client = createClient({
    url: `${rig.app.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: WebSocket,
    retryAttempts: 0,
    connectionParams: { authorization: `Bearer ${token}` },
    on: { closed: (event) => heard((event as { code: number }).code) },
  });
  await new Promise<void>((resolve, reject) =>
    client.subscribe(
      { query: 'subscription { quiet }' },
      { next: () => resolve(), error: reject, complete: () => undefined },
    ),
  );
  return { closed, dispose: () => void client.dispose() };
}

const role = (userId: string, to: string) =>
  owner.mutate(`mutation { memberChangeRole(userId: "${userId}", role: ${to}) { errors { code } } }`);

describe('open sockets', () => {
  it.each<[string, (person: Person) => Promise<unknown>]>([
    ['the person signs out', (person) => person.mutate('mutation { signOut { errors { code } } }')],
    [
      'the person signs out everywhere',
      (person) => person.mutate('mutation { signOutEverywhere { errors { code } } }'),
    ],
    [
      'the password is changed elsewhere',
      async (person) => {
        const there = await rig.signIn(person);
        const input = { current: person.password, next: 'a new password' };
        await there.mutate(
          'mutation($input: PasswordChangeInput!) { passwordChange(input: $input) { errors { code } } }',
          { input },
        );
      },
    ],
    [
      'the session is ended from another one',
      async (person) => {
        const there = await rig.signIn(person);
        const { data } = await there.graphql('{ sessions { id isCurrent } }');
        const id = data.sessions.find(({ isCurrent }: { isCurrent: boolean }) => !isCurrent).id;
        await there.mutate(`mutation { sessionRevoke(id: "${id}") { errors { code } } }`);
      },
    ],
    ['the role changes', (person) => role(person.userId, 'VIEWER')],
    [
      'the member is removed',
      (person) => owner.mutate(`mutation { memberRemove(userId: "${person.userId}") { errors { code } } }`),
    ],
    ['the member leaves', (person) => person.mutate('mutation { workspaceLeave { errors { code } } }')],
    [
      'the session moves to another workspace',
      async (person) => {
        const { workspace } = await person.mutate(
          'mutation { workspaceCreate(name: "x") { workspace { id } errors { code } } }',
        );
        await person.mutate(`mutation { workspaceSwitch(id: "${workspace.id}") { errors { code } } }`);
      },
    ],
    [
      'a stolen refresh token is used again',
      async (person) => {
        const refresh = () =>
          rig
            .post('/graphql', { query: 'mutation { refreshSession { errors { code } } }' })
            .set('cookie', person.cookie);
        await refresh();
        await refresh();
      },
    ],
  ])('are closed when %s', async (_name, end) => {
    const person = await rig.member(owner, 'editor');
    const socket = await watch(person.token);
    await end(person);
    expect(await socket.closed).toBe(4403);
  });

  it('of an API token are closed when it is revoked', async () => {
    const { apiToken, secret } = await owner.mutate(
      'mutation { apiTokenCreate(input: { name: "x", scopes: ["execution:read"] }) { apiToken { id } secret errors { code } } }',
    );
    const socket = await watch(secret);
    await owner.mutate(`mutation { apiTokenRevoke(id: "${apiToken.id}") { errors { code } } }`);
    expect(await socket.closed).toBe(4403);
  });

  it('of an API token are open until it ends, and no longer', async () => {
    const { apiToken, secret } = await owner.mutate(
      'mutation { apiTokenCreate(input: { name: "short", scopes: ["execution:read"] }) { apiToken { id } secret errors { code } } }',
    );
    await rig.rows(`update api_token set expires_at = now() + interval '5 minutes' where id = $1`, [apiToken.id]);
    const socket = await watch(secret);
    const server = rig.app.app.get(SubscriptionServer, { strict: false });
    const own = server.identities().find(({ actor }) => (actor as { apiTokenId?: string }).apiTokenId === apiToken.id);
    expect(own?.expiresAtMs).toBeLessThanOrEqual(Date.now() + 5 * 60_000);
    socket.dispose();
    await socket.closed;
  });

  it('of others stay open', async () => {
    const [person, other] = [await rig.member(owner, 'editor'), await rig.member(owner, 'editor')];
    const sockets = [await watch(person.token), await watch(other.token)];
    await role(person.userId, 'VIEWER');
    await sockets[0]?.closed;
    const server = rig.app.app.get(SubscriptionServer, { strict: false });
    expect(server.identities().map(({ userId }) => userId)).toEqual([other.userId]);
    sockets[1]?.dispose();
    await sockets[1]?.closed;
  });

  it('are looked at again when notices may have been missed', async () => {
    const [person, other] = [await rig.member(owner, 'editor'), await rig.member(owner, 'editor')];
    const sockets = [await watch(person.token), await watch(other.token)];
    await rig.rows(`update membership set role = 'viewer' where user_id = $1`, [person.userId]);
    await rig.app.app.get(CloseSockets, { strict: false }).closeOver();
    expect(await sockets[0]?.closed).toBe(4403);
    sockets[1]?.dispose();
    expect(await sockets[1]?.closed).not.toBe(4403);
  });

  it('are not closed by notices about nobody', async () => {
    const socket = await watch(owner.token);
    const bell = rig.app.app.get(Bell);
    for (const notice of [{}, { userId: newId() }, { userId: owner.userId, workspaceId: newId() }])
      await bell.ring('millrace_access', JSON.stringify(notice));
    await bell.ring('millrace_access', 'not even JSON');
    await owner.mutate('mutation { workspaceRename(name: "still here") { errors { code } } }');
    expect(rig.app.app.get(SubscriptionServer, { strict: false }).identities()).toHaveLength(1);
    socket.dispose();
    await socket.closed;
  });
});
