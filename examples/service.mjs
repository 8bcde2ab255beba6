// The local service that the examples call: `node examples/service.mjs [port]`, 4010 when no port is given.
import { createServer } from 'node:http';
import { emulatorRoutes } from './emulators.mjs';

const ORDERS = [
  { id: 'A-1', amount: '99.90', status: 'paid' },
  { id: 'A-2', amount: '12.40', status: 'open' },
  { id: 'A-3', amount: '130.00', status: 'paid' },
  { id: 'A-4', amount: '8.99', status: 'open' },
];
const CELSIUS = { berlin: 18, nairobi: 27, lima: 21, osaka: 24, quito: 15, accra: 26 };
const WEATHER_DELAY_MS = 300;
const FAILURES_BEFORE_SUCCESS = 2;

/** Tries so far by Idempotency-Key. */
const tries = new Map();
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return parts.length ? JSON.parse(Buffer.concat(parts).toString('utf8')) : {};
}

const routes = {
  'GET /orders': () => ({ status: 200, body: { orders: ORDERS } }),
  'GET /weather': async ({ query }) => {
    await pause(WEATHER_DELAY_MS);
    const city = query.get('city');
    return { status: 200, body: { readings: [{ city, celsius: CELSIUS[city] ?? 20 }] } };
  },
  'POST /release-notes': ({ body }) => ({ status: 201, body: { title: body.message, files: body.files } }),
  'POST /flaky': ({ body, headers }) => {
    const key = headers['idempotency-key'] ?? body.order;
    const count = (tries.get(key) ?? 0) + 1;
    tries.set(key, count);
    if (count <= FAILURES_BEFORE_SUCCESS) return { status: 503, body: { error: 'not yet' } };
    return { status: 200, body: { tries: count, order: body.order } };
  },
};

/** The route of a request and what its path holds. */
function routeOf(method, path) {
  const route = routes[`${method} ${path}`];
  if (route) return { route, params: [] };
  for (const [verb, pattern, found] of emulatorRoutes) {
    const match = verb === method ? pattern.exec(path) : null;
    if (match) return { route: found, params: match.slice(1) };
  }
  return { route: () => ({ status: 404, body: { error: 'no such route' } }), params: [] };
}

/** Starts the service; resolves to its server. Port 0 takes any free one. */
export function startExampleService(port = 4010) {
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://localhost');
    const path = url.pathname;
    const { route, params } = routeOf(request.method, path);
    const about = { path, params, query: url.searchParams, headers: request.headers, body: await bodyOf(request) };
    const answer = await route(about);
    if (!answer.stream) {
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
      return;
    }
    response.writeHead(answer.status, { 'content-type': 'text/event-stream' });
    for (const part of answer.stream) response.write(`data: ${part}\n\n`);
    response.end();
  });
  return new Promise((resolve, reject) =>
    server.once('error', reject).listen(port, '127.0.0.1', () => resolve(server)),
  );
}

if (process.argv[1] === import.meta.filename) {
  startExampleService(Number(process.argv[2] ?? 4010)).then((server) =>
    console.log(`The service of the examples listens at http://127.0.0.1:${server.address().port}`),
  );
}
