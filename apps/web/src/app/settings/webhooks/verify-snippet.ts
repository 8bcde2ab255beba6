/** Languages that there is an example in. */
export type SnippetLanguage = 'node' | 'python' | 'shell';

const SNIPPETS: Readonly<Record<SnippetLanguage, string>> = {
  node: `// npm install standardwebhooks express
import express from 'express';
import { Webhook } from 'standardwebhooks';

const webhook = new Webhook(process.env.MILLRACE_WEBHOOK_SECRET);
const app = express();

app.post('/hooks/millrace', express.raw({ type: '*/*' }), (request, response) => {
  const event = webhook.verify(request.body, request.headers); // throws when it is not from Millrace
  response.sendStatus(204);
  console.log(request.headers['webhook-id'], event.type, event.data);
});
app.listen(3000);`,
  python: `# pip install standardwebhooks flask
import os
from flask import Flask, request
from standardwebhooks import Webhook

webhook = Webhook(os.environ["MILLRACE_WEBHOOK_SECRET"])
app = Flask(__name__)

@app.post("/hooks/millrace")
def take():
    event = webhook.verify(request.get_data(), dict(request.headers))  # raises when it is not from Millrace
    print(request.headers["webhook-id"], event["type"])
    return "", 204`,
  shell: `# id, time and signature are headers of the call, body.json its body as it came
key=$(printf '%s' "\${MILLRACE_WEBHOOK_SECRET#whsec_}" | base64 -d | od -An -tx1 | tr -d ' \\n')
{ printf '%s.%s.' "$id" "$time"; cat body.json; } |
  openssl dgst -sha256 -mac HMAC -macopt "hexkey:$key" -binary | base64
# one of the values after "v1," in webhook-signature must be the same`,
};

/** How a receiver checks that a call is from here. */
export function verifySnippet(language: SnippetLanguage): string {
  return SNIPPETS[language];
}
