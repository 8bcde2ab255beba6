import { sampleCall } from './sample-call';

const URL = 'http://localhost:3000/hooks/test/wt_x';

it.each([
  ['GET', `curl '${URL}?hello=world'`],
  ['HEAD', `curl --head '${URL}'`],
  ['OPTIONS', `curl -X OPTIONS '${URL}'`],
  ['POST', `curl -X POST '${URL}' -H 'content-type: application/json' -d '{"hello":"world"}'`],
  ['DELETE', `curl -X DELETE '${URL}' -H 'content-type: application/json' -d '{"hello":"world"}'`],
])('writes a %s call', (method, command) => {
  expect(sampleCall(URL, method)).toBe(command);
});
