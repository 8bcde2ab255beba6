import { standardAnswer } from './token-answer';

async function standard(body: string, status = 200, type = 'application/json') {
  const answer = standardAnswer({
    ...{ status, url: 'https://x.example/token', headers: { 'content-type': type } },
    body: new TextEncoder().encode(body),
  });
  return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() };
}

describe('answers of token endpoints', () => {
  it('that say error with 200 are errors', async () => {
    const { status, text } = await standard('{"error":"bad_verification_code"}');
    expect([status, JSON.parse(text)]).toEqual([400, { error: 'bad_verification_code' }]);
    expect((await standard('{"ok":false,"error":"invalid_code"}')).status).toBe(400);
    expect(JSON.parse((await standard('{"ok":false}')).text)).toMatchObject({ error: 'request_refused' });
  });

  it('lose what is null, and identity tokens', async () => {
    const { text } = await standard('{"access_token":"a","refresh_token":null,"id_token":"x.y.z","token_type":"bot"}');
    expect(JSON.parse(text)).toEqual({ access_token: 'a', token_type: 'bot' });
  });

  it('that are forms become JSON', async () => {
    const { text, type } = await standard('access_token=a&token_type=bearer', 200, 'application/x-www-form-urlencoded');
    expect([type, JSON.parse(text)]).toEqual(['application/json', { access_token: 'a', token_type: 'bearer' }]);
  });

  it('that are neither stay what they are', async () => {
    expect(await standard('<html>busy</html>', 503, 'text/html')).toEqual({
      ...{ status: 503, type: 'text/html', text: '<html>busy</html>' },
    });
    expect((await standard('', 204)).status).toBe(502);
  });
});
