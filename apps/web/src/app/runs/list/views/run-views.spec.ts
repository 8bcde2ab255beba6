import { NO_FILTERS, type RunFilters } from '../run-filters';
import { BUILT_IN_VIEWS, currentView, queryTextOf, sameFilters, savedViewOf } from './run-views';

const failed: RunFilters = { ...NO_FILTERS, statuses: ['FAILED', 'WAITING'], period: 'day' };

it('a view keeps its filters as the text of an address, and gives them back', () => {
  const query = queryTextOf(failed);
  expect(query).toBe('period=day&status=failed%2Cwaiting');
  expect(sameFilters(savedViewOf({ id: '1', name: 'Broken', query }).filters, failed)).toBe(true);
  expect(queryTextOf(NO_FILTERS)).toBe('');
});

it('filters that this release does not know are left out of a view', () => {
  const { filters } = savedViewOf({ id: '1', name: 'Later', query: 'status=failed,exploded&cost=high' });
  expect(filters).toEqual({ ...NO_FILTERS, statuses: ['FAILED'] });
});

it('the order in which statuses were ticked makes no other view', () => {
  expect(sameFilters(failed, { ...failed, statuses: ['WAITING', 'FAILED'] })).toBe(true);
  expect(sameFilters(failed, { ...failed, starred: true })).toBe(false);
});

it('the view of the address counts, else the first with these filters', () => {
  const mine = savedViewOf({ id: 'mine', name: 'Mine', query: 'starred=yes' });
  const views = [...BUILT_IN_VIEWS, mine];
  expect(currentView(views, null, NO_FILTERS)?.id).toBe('all');
  expect(currentView(views, null, mine.filters)?.id).toBe('starred');
  expect(currentView(views, 'mine', mine.filters)?.id).toBe('mine');
  expect(currentView(views, 'gone', NO_FILTERS)?.id).toBe('all');
  expect(currentView(views, null, failed)).toBeUndefined();
});
