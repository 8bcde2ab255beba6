import { peopleOf } from './people-of';

const page = (clientId: string, userId: string) => ({ clientId, userId, name: userId, since: `since ${clientId}` });
const own = { clientId: 'p1', userId: 'ada' };

it('each person stands there once, since their first page', () => {
  const pages = [page('p0', 'bob'), page('p1', 'ada'), page('p2', 'bob'), page('p3', 'eve')];
  expect(peopleOf(pages, own)).toEqual([
    { userId: 'bob', name: 'bob', isSelf: false, since: 'since p0' },
    { userId: 'eve', name: 'eve', isSelf: false, since: 'since p3' },
  ]);
});

it('one’s own other tab is told as such, the page itself never', () => {
  expect(peopleOf([page('p1', 'ada')], own)).toEqual([]);
  expect(peopleOf([page('p1', 'ada'), page('p4', 'ada')], own)).toEqual([
    { userId: 'ada', name: 'ada', isSelf: true, since: 'since p4' },
  ]);
});
