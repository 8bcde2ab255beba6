import { csvLine } from './csv';

it.each<[string, readonly unknown[], string]>([
  ['plain cells as they are', ['a', 1, true], 'a,1,true'],
  ['nothing as an empty cell', [null, undefined, ''], ',,'],
  ['times as ISO 8601', [new Date(0)], '1970-01-01T00:00:00.000Z'],
  ['commas, quotes and line breaks in quotes', ['a,b', 'say "hi"', 'two\nlines'], '"a,b","say ""hi""","two\nlines"'],
  ['objects as JSON', [{ role: 'admin' }], '"{""role"":""admin""}"'],
  [
    'what a spreadsheet would run as text',
    ['=1+1', '+1', '-1', '@x', '\tx', '=HYPERLINK("a","b")'],
    `'=1+1,'+1,'-1,'@x,'\tx,"'=HYPERLINK(""a"",""b"")"`,
  ],
])('a line of CSV has %s', (_name, cells, line) => {
  expect(csvLine(cells)).toBe(`${line}\r\n`);
});
