import { exportPath, filterOf } from './audit-query';
import { ACTION_OPTIONS, actionIcon, actionWords, actorWords, viaWords } from './audit-words';

const NOW = Date.parse('2026-03-10T12:00:00Z');

it('asks for everything unless something is chosen', () => {
  expect(filterOf({ who: '', what: '', when: '' }, NOW)).toEqual({});
  expect(filterOf({ who: '', what: '', when: 'nonsense' }, NOW)).toEqual({});
});

it('asks for who, what and since when', () => {
  expect(filterOf({ who: 'u1', what: 'member', when: 'week' }, NOW)).toEqual({
    actorId: 'u1',
    action: 'member',
    from: '2026-03-03T12:00:00.000Z',
  });
});

it('exports what is shown', () => {
  const filter = filterOf({ who: 'u1', what: 'workflow.published', when: '' }, NOW);
  expect(exportPath(filter, 'csv')).toBe('/api/audit/export?format=csv&actorId=u1&action=workflow.published');
});

it('says in words what was done and by whom, and shows what is new by its name', () => {
  expect(actionWords('member.roleChanged')).toBe('changed a role');
  expect(actionWords('robot.danced')).toBe('robot.danced');
  expect([actionIcon('signIn.failed'), actionIcon('robot.danced')]).toEqual(['log-in', 'circle-dot']);
  expect(actorWords({ actorLabel: null, via: 'anonymous' })).toBe('Somebody');
  expect(actorWords({ actorLabel: null, via: 'system' })).toBe('Millrace');
  expect(viaWords('token')).toBe('API token');
});

it('offers every area and every action once', () => {
  const values = ACTION_OPTIONS.map(({ value }) => value);
  expect(new Set(values).size).toBe(values.length);
});
