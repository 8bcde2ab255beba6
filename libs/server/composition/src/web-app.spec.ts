import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import express, { type Express } from 'express';
import request from 'supertest';
import { webApp } from './web-app';

const PAGE = '<!doctype html><mr-root></mr-root>';
const SCRIPT = 'console.log("editor");';

let parent: string;
let server: Express;

beforeAll(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'millrace-web-'));
  const directory = path.join(parent, 'web');
  mkdirSync(directory);
  writeFileSync(path.join(parent, 'secret.txt'), 'outside');
  writeFileSync(path.join(directory, '.sources'), 'stamp');
  writeFileSync(path.join(directory, 'index.html'), PAGE);
  writeFileSync(path.join(directory, 'favicon.svg'), '<svg/>');
  writeFileSync(path.join(directory, 'main-WWNO3UIG.js'), SCRIPT);
  writeFileSync(path.join(directory, 'chunk-40-1NlH7.js'), SCRIPT);
  writeFileSync(path.join(directory, 'worker-WWNO3UIG.js'), SCRIPT);
  writeFileSync(path.join(directory, 'main-WWNO3UIG.js.br'), brotliCompressSync(SCRIPT));
  server = express();
  server.use((_asked, response, next) => {
    response.setHeader('Content-Security-Policy', "default-src 'self'");
    response.setHeader('X-Content-Type-Options', 'nosniff');
    next();
  });
  server.use(webApp(directory));
  server.use((asked, response) => void response.status(404).json({ error: { code: 'NOT_FOUND', path: asked.path } }));
});
afterAll(() => rmSync(parent, { recursive: true }));

const navigate = (url: string) => request(server).get(url).set('accept', 'text/html,*/*;q=0.8');

it.each(['/', '/workflows', '/workflows/0199-a/runs?status=FAILED', '/settings/', '/index.html'])(
  'a browser that navigates to %s gets the page, which nothing keeps',
  async (url) => {
    const { text, headers } = await navigate(url).expect(200);
    expect(text.replace(/ ngCspNonce="[^"]+"/, '')).toBe(PAGE);
    expect(headers['content-type']).toMatch(/^text\/html/);
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['etag']).toBeUndefined();
  },
);

it('the page names the nonce of its policy, which is another one each time', async () => {
  const nonces = await Promise.all(
    [1, 2].map(async () => {
      const { text, headers } = await navigate('/').expect(200);
      const nonce = /ngCspNonce="([\w+/]{24})"/.exec(text)?.[1] ?? 'none';
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).toContain("require-trusted-types-for 'script'");
      expect(policy.replace("style-src-attr 'unsafe-inline'", '')).not.toContain('unsafe-inline');
      return nonce;
    }),
  );
  expect(nonces[0]).not.toBe(nonces[1]);
});

it('the page is the one of the last build', async () => {
  const file = path.join(parent, 'web', 'index.html');
  writeFileSync(file, PAGE.replace('<!doctype html>', '<!doctype html><title>new</title>'));
  utimesSync(file, new Date(), new Date(Date.now() + 5_000));
  expect((await navigate('/')).text).toContain('<title>new</title>');
  writeFileSync(file, PAGE);
  utimesSync(file, new Date(), new Date(Date.now() + 10_000));
});

it('files with a hash in their name are kept for ever, others are asked for', async () => {
  const script = await request(server).get('/main-WWNO3UIG.js').set('accept-encoding', 'identity').expect(200);
  expect(script.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  expect(script.text).toBe(SCRIPT);
  const chunk = await request(server).get('/chunk-40-1NlH7.js').expect(200);
  expect(chunk.headers['cache-control']).toContain('immutable');
  const icon = await request(server).get('/favicon.svg').expect(200);
  expect(icon.headers['cache-control']).toBe('no-cache');
});

it('pages and workers are told what they may load; scripts are only told to be nothing else', async () => {
  for (const url of ['/worker-WWNO3UIG.js', '/favicon.svg']) {
    expect((await navigate(url).expect(200)).headers).toMatchObject({
      'content-security-policy': "default-src 'self'",
    });
  }
  const { headers } = await request(server).get('/chunk-40-1NlH7.js').expect(200);
  expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff' });
  expect(headers['content-security-policy']).toBeUndefined();
});

it('the compressed copy is sent to who can read it, with the type of the file', async () => {
  const { headers } = await request(server).get('/main-WWNO3UIG.js').set('accept-encoding', 'gzip, br').expect(200);
  expect(headers).toMatchObject({ 'content-encoding': 'br', vary: 'Accept-Encoding' });
  expect(headers['content-type']).toMatch(/javascript/);
  const plain = await request(server).get('/main-WWNO3UIG.js').set('accept-encoding', 'gzip').expect(200);
  expect(plain.headers['content-encoding']).toBeUndefined();
});

it.each(['/chunk-AAAAAAAA.js', '/workflows/styles.css', '/.sources'])(
  '%s is not there, and is not the page',
  async (url) => {
    const { body } = await navigate(url).expect(404);
    expect(body).toEqual({ error: { code: 'NOT_FOUND', path: url } });
  },
);

it.each([
  '/api/nothing',
  '/graphql',
  '/hooks/x',
  '/oauth/callback',
  '/docs',
  '/healthz',
  '/readyz',
  '/status',
  '/API/x',
])('%s belongs to the api', (url) => navigate(url).expect(404));

it('only reading requests of pages get the page', async () => {
  await request(server).post('/workflows').set('accept', 'text/html').expect(404);
  await request(server).get('/workflows').set('accept', 'application/json').expect(404);
  await request(server).head('/workflows').set('accept', 'text/html').expect(200);
});

it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/..%2fsecret.txt', '/%5c..%5csecret.txt'])(
  'nothing outside the folder is given away by %s',
  async (url) => {
    const { text } = await request(server).get(url);
    expect(text).not.toContain('outside');
  },
);

it('without a build everything goes on to the api', async () => {
  const empty = express().use(webApp(path.join(parent, 'nothing')));
  await request(empty).get('/').set('accept', 'text/html').expect(404);
});
