import { convertToParamMap } from '@angular/router';
import { isFiltered, paramsOf, queryOf, variablesOf, type ListQuery } from './list-query';

const plain: ListQuery = { search: '', tags: [], status: null, sort: 'UPDATED', direction: 'DESC' };

it('an address without anything is the plain list, and the other way round', () => {
  expect(queryOf(convertToParamMap({}))).toEqual(plain);
  expect(paramsOf(plain)).toEqual({});
});

it.each<ListQuery>([
  { ...plain, search: 'order', tags: ['sales', 'crm'], status: 'DISABLED' },
  { ...plain, status: 'DELETED', sort: 'NAME', direction: 'ASC' },
  { ...plain, sort: 'NAME', direction: 'DESC' },
  { ...plain, sort: 'UPDATED', direction: 'ASC' },
  { ...plain, sort: 'CREATED', direction: 'DESC' },
])('a query survives its way through the address: %j', (query) => {
  expect(queryOf(convertToParamMap(paramsOf(query)))).toEqual(query);
});

it('what makes no sense in an address is passed over', () => {
  expect(queryOf(convertToParamMap({ sort: 'colour', status: 'broken' }))).toEqual(plain);
});

it('knows whether something is left out', () => {
  expect(isFiltered(plain)).toBe(false);
  expect(isFiltered({ ...plain, sort: 'NAME' })).toBe(false);
  expect(isFiltered({ ...plain, search: '  ' })).toBe(false);
  expect(isFiltered({ ...plain, tags: ['a'] })).toBe(true);
});

it('asks the server for what was meant', () => {
  expect(variablesOf({ ...plain, search: ' x ' })).toEqual({
    search: 'x',
    tags: null,
    status: null,
    sort: 'UPDATED',
    direction: 'DESC',
  });
});
