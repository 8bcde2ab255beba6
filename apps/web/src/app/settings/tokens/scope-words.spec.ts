import { presetsOf, scopeGroups, scopeWords } from './scope-words';

const scopes = ['workflow:read', 'workflow:write', 'execution:read', 'execution:start', 'audit:read', 'robot:dance'];

it('says what a permission is for, and shows the name of one that is new', () => {
  expect(scopeWords('execution:start')).toBe('Start runs');
  expect(scopeWords('robot:dance')).toBe('robot:dance');
});

it('puts permissions under headings and loses none', () => {
  const groups = scopeGroups(scopes);
  expect(groups.map(({ heading }) => heading)).toEqual(['Workflows', 'Runs', 'Audit log', 'More']);
  expect(groups.flatMap(({ choices }) => choices).map(({ scope }) => scope)).toEqual(scopes);
});

it('offers sets out of what somebody may give, and none that is empty', () => {
  expect(presetsOf(scopes)).toEqual([
    { label: 'Read only', scopes: ['workflow:read', 'execution:read'] },
    { label: 'Start runs', scopes: ['workflow:read', 'execution:read', 'execution:start'] },
    { label: 'Everything', scopes },
  ]);
  expect(presetsOf(['audit:read'])).toEqual([{ label: 'Everything', scopes: ['audit:read'] }]);
});
