// A process of its own: answers `/` at once and `/slow` after 50 ms. Prints its port.
import { createServer } from 'node:http';

const BODY = JSON.stringify({ ok: true });
const server = createServer((request, response) => {
  const answer = () =>
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': BODY.length }).end(BODY);
  request.resume();
  if (request.url === '/slow') setTimeout(answer, 50);
  else answer();
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
