import { textOfHtml } from './html-text';
import { MAX_ATTACHED_BYTES, mailOf } from './read-mail';
import { stripQuoted } from './strip-quoted';

describe('an answer without what it quotes', () => {
  it.each([
    ['On Thu, 15 Jan 2026 at 11:00, Acme <hello@acme.example> wrote:\n\n> Is this right?\n> Really?'],
    ['On Thu, 15 Jan 2026 at 11:00, Acme\n<hello@acme.example> wrote:\n> Is this right?'],
    ['Am Do., 15. Jan. 2026 um 11:00 Uhr schrieb Acme <hello@acme.example>:\n> Stimmt das?'],
    ['Le jeu. 15 janv. 2026 à 11:00, Acme a écrit :\n> Vrai ?'],
    ['On Thu, Acme wrote:\nIs this right?'],
    ['-----Original Message-----\nFrom: Acme\nIs this right?'],
    ['-------- Ursprüngliche Nachricht --------\nVon: Acme'],
    ['________________________________\nFrom: Acme <hello@acme.example>\nSent: Thursday'],
    ['From: Acme <hello@acme.example>\nSent: Thursday, 15 January 2026 11:00\nTo: Bob\nSubject: Your order'],
    ['Von: Acme <hello@acme.example>\nGesendet: Donnerstag\nAn: Bob'],
    ['-- \nBob\nExample Ltd'],
    ['Sent from my phone'],
    ['> Is this right?'],
  ])('ends before %j', (below) => {
    expect(stripQuoted(`Yes, please.\r\n\r\nBob\r\n\r\n${below}`)).toBe('Yes, please.\n\nBob');
  });

  it('keeps what stands between quoted lines', () => {
    const text = 'Hello,\n\nOn Thu, Acme wrote:\n> Is this right?\n\nYes.\n\n> And this?\n\nNo.';
    expect(stripQuoted(text)).toBe('Hello,\n\nYes.\n\nNo.');
  });

  it('keeps everything when nothing would be left, and what only looks alike', () => {
    expect(stripQuoted('> all of it')).toBe('> all of it');
    expect(stripQuoted('From: here on it is easy.\nThat is all.')).toBe('From: here on it is easy.\nThat is all.');
    expect(stripQuoted('On Monday I wrote to you.\nBye')).toBe('On Monday I wrote to you.\nBye');
  });

  it('is quick with long and strange texts', () => {
    const begun = performance.now();
    stripQuoted('On a\n'.repeat(40_000));
    stripQuoted(`on ${'a '.repeat(500_000)}`);
    textOfHtml('<'.repeat(500_000) + '<style'.repeat(1_000) + '&'.repeat(100_000));
    expect(performance.now() - begun).toBeLessThan(4_000);
  });
});

describe('a mail that is only HTML', () => {
  it('reads as text', () => {
    const html =
      '<html><head><title>T</title><style>p{}</style></head><body><p>Gr&uuml;&szlig;e,&nbsp;Bob</p>' +
      '<div>1 &lt; 2 &amp;&#x1F600;&#38; &bogus; &#0;</div><br>End<blockquote>old</blockquote><!-- x --></body></html>';
    expect(textOfHtml(html)).toBe('Grüße, Bob\n1 < 2 &😀& &bogus; &#0;\n\nEnd\n> old');
  });
});

describe('a mail as nodes hand it on', () => {
  const options = { takenAtMs: Date.parse('2026-01-15T10:00:00Z'), stripQuoted: true, attachments: true };

  it('has every field, also when the mail has none of them', async () => {
    expect(await mailOf('', options)).toEqual({
      ...{ from: '', fromName: '', to: [], cc: [], replyTo: null, subject: '', text: '', html: '' },
      ...{ date: '2026-01-15T10:00:00.000Z', messageId: '', inReplyTo: null, references: [], attachments: [] },
    });
    expect(await mailOf('Date: someday\r\n\r\nHi', options)).toMatchObject({ date: '2026-01-15T10:00:00.000Z' });
  });

  it('reads encoded words, groups and other character sets', async () => {
    const source = Buffer.concat([
      Buffer.from('From: =?utf-8?q?J=C3=BCrgen?= <j@example.com>\r\nTo: Team: a@b.example, c@d.example;\r\n'),
      Buffer.from('Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: 8bit\r\n\r\nGr'),
      Buffer.from([0xfc, 0xdf, 0x65]),
    ]);
    expect(await mailOf(source, options)).toMatchObject({
      fromName: 'Jürgen',
      to: ['a@b.example', 'c@d.example'],
      text: 'Grüße',
    });
  });

  it('only names attachments that are too large together', async () => {
    const part = (name: string, bytes: number) =>
      `--b\r\nContent-Type: text/csv\r\nContent-Disposition: attachment; filename=${name}\r\n\r\n${'x'.repeat(bytes)}\r\n`;
    const head = 'Content-Type: multipart/mixed; boundary=b\r\n\r\n';
    const source = `${head}${part('large.csv', MAX_ATTACHED_BYTES + 1)}${part('small.csv', 3)}--b--`;
    const { attachments } = (await mailOf(source, options)) as { attachments: Record<string, unknown>[] };
    expect(attachments.map(({ fileName, base64 }) => [fileName, base64 === undefined])).toEqual([
      ['large.csv', true],
      ['small.csv', false],
    ]);
    expect(await mailOf(source, { ...options, attachments: false })).toMatchObject({
      attachments: [{ fileName: 'large.csv' }, { fileName: 'small.csv' }],
    });
  });
});
