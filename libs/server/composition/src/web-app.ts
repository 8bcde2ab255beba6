import { existsSync } from 'node:fs';
import path from 'node:path';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { webPage } from './web-page';

/** First parts of the paths that the api answers itself; the editor has no page below them. */
const API_ROOTS = new Set([
  'api',
  'graphql',
  'hooks',
  'answer',
  'forms',
  'resume',
  'oauth',
  'docs',
  'healthz',
  'readyz',
  'status',
]);
/** What the build puts into the names of files that never change: `main-6SL2VKAR.js`, `chunk-40-1NlH7.js`. */
const HASHED = /-[\w-]{8}\.\w+$/;
/** The page itself, which is never sent as the file that it is. */
const PAGE = '/index.html';
const FOREVER = 'public, max-age=31536000, immutable';
/** Answers that only ever become a part of a page: what a page or a worker must be told is left out, hundreds of bytes a file. */
const PART = /^\/(?!worker-)[\w/-]+-[\w-]{8}\.(js|css|woff2)$/;
const OF_PAGES = [
  'Content-Security-Policy',
  'Cross-Origin-Opener-Policy',
  'Origin-Agent-Cluster',
  'X-DNS-Prefetch-Control',
  'X-Download-Options',
  'X-Frame-Options',
  'X-Permitted-Cross-Domain-Policies',
  'X-XSS-Protection',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers',
  'X-Request-Id',
];
/** Encodings that the build wrote beside a file, the smallest first. */
const ENCODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

/**
 * The built editor in `directory`: its files, and its page for every other address that a browser navigates to. Requests of the
 * api, and everything when nothing was built, go on to the next handler.
 */
export function webApp(directory: string): RequestHandler {
  const sendFile = filesOf(path.resolve(directory));
  const sendPage = webPage(path.resolve(directory));
  return (request, response, next) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (!isReading || isOfApi(request.path)) return next();
    if (request.path === PAGE) return sendPage(request, response) ? undefined : next();
    if (!isFile(request.path)) {
      if (!request.accepts('html')) return next();
      response.vary('Accept');
      return sendPage(request, response) ? undefined : next();
    }
    return sendFile(request, response, next);
  };
}

/** Files of the build; one that is not there goes on to the next handler and so becomes a 404. */
function filesOf(directory: string): RequestHandler {
  const options = {
    index: false,
    redirect: false,
    dotfiles: 'ignore',
    cacheControl: false,
    setHeaders: (response) => setCaching(response as Response),
  } satisfies Parameters<typeof express.static>[1];
  const serveFile = express.static(directory, options);
  // Nobody asks whether a part has changed, or for a piece of it.
  const servePart = express.static(directory, { ...options, etag: false, lastModified: false, acceptRanges: false });
  return (request, response, next) => {
    const { path: asked } = request;
    response.locals['asked'] = asked;
    const encoding = ENCODINGS.find(
      ({ name, suffix }) => accepts(request, name) && isBuilt(directory, `${asked}${suffix}`),
    );
    if (encoding) {
      request.url = `${asked}${encoding.suffix}`;
      response.locals['encoding'] = encoding.name;
    }
    const serve = PART.test(asked) ? servePart : serveFile;
    serve(request, response, (error?: unknown) => {
      request.url = request.originalUrl;
      next(error);
    });
  };
}

function setCaching(response: Response): void {
  const asked = String(response.locals['asked']);
  const encoding = response.locals['encoding'] as string | undefined;
  response.setHeader('Cache-Control', HASHED.test(asked) ? FOREVER : 'no-cache');
  response.type(path.extname(asked));
  if (PART.test(asked)) for (const name of OF_PAGES) response.removeHeader(name);
  if (encoding) {
    response.setHeader('Content-Encoding', encoding);
    response.vary('Accept-Encoding');
  }
}

function isBuilt(directory: string, asked: string): boolean {
  const file = path.join(directory, asked);
  return file.startsWith(directory + path.sep) && existsSync(file);
}

function accepts(request: Request, encoding: string): boolean {
  return request.acceptsEncodings(encoding, 'identity') === encoding;
}

function isOfApi(pathname: string): boolean {
  return API_ROOTS.has((pathname.split('/')[1] ?? '').toLowerCase());
}

/** Pages have no dot in the last part of their address. */
function isFile(pathname: string): boolean {
  return (pathname.split('/').at(-1) ?? '').includes('.');
}
