import { TriggersApp, type Owner } from '../testing/triggers-app';

let app: TriggersApp;
let owner: Owner;

beforeAll(async () => {
  app = await TriggersApp.start();
  owner = await app.owner();
});
afterAll(() => app.stop());

const preview = (args: object) =>
  owner.rest('post', '/graphql', {
    query: 'query($c: JSON!, $n: Int, $z: String) { schedulePreview(config: $c, count: $n, timezone: $z) }',
    variables: { c: { mode: 'cron', cron: '0 9 * * *' }, ...args },
  });

describe('a preview of a schedule', () => {
  it('shows five instants unless it is told otherwise, null included', async () => {
    for (const args of [{}, { n: null, z: null }]) {
      const { body } = await preview(args);
      expect(body.data.schedulePreview).toHaveLength(5);
    }
    expect((await preview({ n: 50 })).body.data.schedulePreview).toHaveLength(50);
  });

  it('has bounds', async () => {
    for (const args of [{ n: 0 }, { n: 51 }, { z: 'x'.repeat(101) }]) {
      const { body } = await preview(args);
      expect(body.errors[0].extensions).toMatchObject({ code: 'BAD_USER_INPUT', reason: 'VALIDATION_FAILED' });
    }
  });
});

describe('an event from outside', () => {
  it.each(['', 'x'.repeat(201), ' '])('needs a name, which %j is not', async (name) => {
    const { eventPublish } = await owner.graphql<{ eventPublish: { errors: { code: string }[] } }>(
      'mutation($name: String!) { eventPublish(name: $name, payload: { a: 1 }) { eventId errors { code } } }',
      { name },
    );
    expect(eventPublish).toMatchObject({ eventId: null, errors: [{ code: 'EVENT_NAME_INVALID' }] });
  });
});
