import { searchOptions } from './option-search';

const options = [
  { value: '1', label: 'Google Sheets', keywords: ['excel'] },
  { value: '2', label: 'HTTP request', description: 'Calls a URL' },
  { value: '3', label: 'Request approval' },
  { value: '4', label: 'Prerequest' },
  { value: '5', label: 'Café' },
];
const found = (query: string): string[] => searchOptions(options, query).map(({ label }) => label);

it('the beginning counts more than a word, a word more than the middle', () => {
  expect(found('request')).toEqual(['Request approval', 'HTTP request', 'Prerequest']);
});

it('other words and descriptions find it too', () => {
  expect([found('exc'), found('url')]).toEqual([['Google Sheets'], ['HTTP request']]);
});

it('case and accents do not matter; nothing asked keeps all', () => {
  expect(found('CAFE')).toEqual(['Café']);
  expect(found(' ')).toHaveLength(5);
  expect(found('zzz')).toEqual([]);
});
